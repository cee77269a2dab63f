import { Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayBytes, sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

type Row = Schemas['Storage']['purge_plan'][number];
type Step = 'delete' | 'restore' | 'purge';

/** More names than a dialog can show are counted. */
const NAMED_MAX = 8;

const STEPS = {
  delete: { title: 'Delete', confirm: 'Delete', done: 'were deleted; they count until purged' },
  restore: { title: 'Restore', confirm: 'Restore', done: 'were restored' },
  purge: { title: 'Purge', confirm: 'Purge for good', done: 'were freed' },
} as const;

/**
 * One row of the plan, in two steps: what is deleted can be restored, and counts, until it is
 * purged for good.
 */
export function PurgeRow({ row, account }: { row: Row; account: string }) {
  const [step, setStep] = useState<Step>();
  const { data: me } = useMe();
  const steps: Step[] = row.delete_first ? ['delete'] : ['restore', 'purge'];
  return (
    <Group component="li" className="row" py="md" justify="space-between" gap="sm">
      <div style={{ minWidth: 0, flex: '1 1 300px' }}>
        <Text size="sm">{saySentence(row.why)}</Text>
        <Text size="sm" c="dimmed" className="figure">
          frees {sayBytes(row.frees_bytes)}, saves{' '}
          <MoneyText value={row.saves_per_month} fw={600} c="var(--tk-good)" /> a month
        </Text>
      </div>
      {me?.permissions.includes('billing.manage') === true ? (
        <Group gap="xs">
          {steps.map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === 'restore' ? 'subtle' : 'default'}
              onClick={() => setStep(one)}
            >
              {STEPS[one].title}
            </Button>
          ))}
        </Group>
      ) : null}
      {step === undefined ? null : (
        <StepDialog row={row} account={account} step={step} onClose={() => setStep(undefined)} />
      )}
    </Group>
  );
}

function StepDialog(props: { row: Row; account: string; step: Step; onClose: () => void }) {
  const { row, account, step, onClose } = props;
  const count = row.objects.length;
  const { title, confirm, done } = STEPS[step];
  return (
    <AuthorizeDialog
      title={`${title} ${count === 1 ? '1 object' : `${count} objects`}`}
      confirm={confirm}
      onConfirm={async (authorizedBy) => {
        await take(step, row.objects, account, authorizedBy);
        await refresh();
        notifications.show({ message: `${sayBytes(row.frees_bytes)} ${done}.` });
      }}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Named objects={row.objects} account={account} />
        <Text size="sm">
          {ABOUT[step]}
          {step === 'purge' ? (
            <>
              {' '}
              It frees {sayBytes(row.frees_bytes)} and saves{' '}
              <MoneyText value={row.saves_per_month} /> a month.
            </>
          ) : null}
        </Text>
      </Stack>
    </AuthorizeDialog>
  );
}

const ABOUT: Record<Step, string> = {
  delete: 'This is the first of two steps: it can be restored, and counts, until it is purged.',
  restore: 'It is there again as it was, and counts as before.',
  purge: 'This cannot be undone.',
};

async function take(
  step: Step,
  objects: readonly string[],
  account: string,
  authorizedBy: TypedName,
): Promise<void> {
  const object = '/v1/billing-accounts/{ba}/storage/objects/{externalId}';
  if (step === 'purge') {
    const params = { ba: account };
    const body = { objects: [...objects] };
    const path = '/v1/billing-accounts/{ba}/storage/purges';
    await client.post(path, { params, body, authorizedBy });
    return;
  }
  for (const externalId of objects) {
    const params = { ba: account, externalId };
    if (step === 'delete') await client.delete(object, { params, authorizedBy });
    else await client.post(`${object}/restore`, { params, authorizedBy });
  }
}

/** What it is about, by name and when it was last used. */
function Named({ objects, account }: { objects: readonly string[]; account: string }) {
  const shown = objects.slice(0, NAMED_MAX);
  const named = useQuery({
    queryKey: ['storage-objects', account, ...shown],
    queryFn: () =>
      Promise.all(
        shown.map((externalId) =>
          client.get('/v1/billing-accounts/{ba}/storage/objects/{externalId}', {
            params: { ba: account, externalId },
          }),
        ),
      ),
  });
  return (
    <List size="sm" spacing={4} mih={22 * shown.length}>
      {named.data?.map((object) => (
        <List.Item key={object.external_id} style={{ overflowWrap: 'anywhere' }}>
          <b>{object.name}</b>, {sayBytes(object.bytes)}, last used{' '}
          {sayInstant(object.last_used_at)}
        </List.Item>
      ))}
      {objects.length > shown.length ? (
        <List.Item>and {objects.length - shown.length} more</List.Item>
      ) : null}
    </List>
  );
}
