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
import { said, say } from '../../words/say.ts';

type Row = Schemas['Storage']['purge_plan'][number];
type Step = 'delete' | 'restore' | 'purge';

/** More names than a dialog can show are counted. */
const NAMED_MAX = 8;

interface StepWords {
  readonly button: string;
  readonly confirm: string;
  readonly title: (count: number) => string;
  readonly done: (size: string) => string;
  readonly about: string;
}

const STEPS: Record<Step, StepWords> = {
  delete: {
    button: say('Delete'),
    confirm: say('Delete'),
    title: (count) => say('Delete {count, plural, one {# object} other {# objects}}', { count }),
    done: (size) => say('{size} were deleted; they count until purged.', { size }),
    about: say(
      'This is the first of two steps: it can be restored, and counts, until it is purged.',
    ),
  },
  restore: {
    button: say('Restore'),
    confirm: say('Restore'),
    title: (count) => say('Restore {count, plural, one {# object} other {# objects}}', { count }),
    done: (size) => say('{size} were restored.', { size }),
    about: say('It is there again as it was, and counts as before.'),
  },
  purge: {
    button: say('Purge'),
    confirm: say('Purge for good'),
    title: (count) => say('Purge {count, plural, one {# object} other {# objects}}', { count }),
    done: (size) => say('{size} were freed.', { size }),
    about: say('This cannot be undone.'),
  },
};

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
          {said('frees {size}, saves {amount} a month', {
            size: sayBytes(row.frees_bytes),
            amount: <MoneyText value={row.saves_per_month} fw={600} c="var(--tk-good)" />,
          })}
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
              {STEPS[one].button}
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
  const { title, confirm, done, about } = STEPS[step];
  const size = sayBytes(row.frees_bytes);
  return (
    <AuthorizeDialog
      title={title(row.objects.length)}
      confirm={confirm}
      onConfirm={async (authorizedBy) => {
        await take(step, row.objects, account, authorizedBy);
        await refresh();
        notifications.show({ message: done(size) });
      }}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Named objects={row.objects} account={account} />
        <Text size="sm">
          {about}{' '}
          {step === 'purge'
            ? said('It frees {size} and saves {amount} a month.', {
                size,
                amount: <MoneyText value={row.saves_per_month} />,
              })
            : null}
        </Text>
      </Stack>
    </AuthorizeDialog>
  );
}

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
          {said('<b>{name}</b>, {size}, last used {instant}', {
            b: (words) => <b>{words}</b>,
            name: object.name,
            size: sayBytes(object.bytes),
            instant: sayInstant(object.last_used_at),
          })}
        </List.Item>
      ))}
      {objects.length > shown.length ? (
        <List.Item>{say('and {count} more', { count: objects.length - shown.length })}</List.Item>
      ) : null}
    </List>
  );
}
