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

/** So many are named before they are gone for good. */
const NAMED_MAX = 6;

/** One step of the plan: why, what it frees, what it saves; purged after a second look. */
export function PurgeRow({ row, account }: { row: Row; account: string }) {
  const [confirming, setConfirming] = useState(false);
  const { data: me } = useMe();
  return (
    <Group component="li" className="row" py="md" justify="space-between" gap="sm" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm">{saySentence(row.why)}</Text>
        <Text size="sm" c="dimmed" className="figure">
          frees {sayBytes(row.frees_bytes)}, saves{' '}
          <MoneyText value={row.saves_per_month} fw={600} c="var(--tk-good)" /> a month
        </Text>
      </div>
      {me?.permissions.includes('billing.manage') === true ? (
        <Button
          size="xs"
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => setConfirming(true)}
        >
          Purge
        </Button>
      ) : null}
      {confirming ? (
        <PurgeDialog row={row} account={account} onClose={() => setConfirming(false)} />
      ) : null}
    </Group>
  );
}

function PurgeDialog(props: { row: Row; account: string; onClose: () => void }) {
  const { row, account, onClose } = props;
  const count = row.objects.length;
  return (
    <AuthorizeDialog
      title={`Purge ${count === 1 ? '1 object' : `${count} objects`}`}
      confirm="Purge for good"
      onConfirm={(authorizedBy) => purge(row, account, authorizedBy)}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Named objects={row.objects} account={account} />
        <Text size="sm">
          This cannot be undone. It frees {sayBytes(row.frees_bytes)} and saves{' '}
          <MoneyText value={row.saves_per_month} /> a month.
        </Text>
      </Stack>
    </AuthorizeDialog>
  );
}

async function purge(row: Row, account: string, authorizedBy: TypedName): Promise<void> {
  if (row.delete_first) {
    for (const externalId of row.objects) {
      await client.delete('/v1/billing-accounts/{ba}/storage/objects/{externalId}', {
        params: { ba: account, externalId },
        authorizedBy,
      });
    }
  }
  await client.post('/v1/billing-accounts/{ba}/storage/purges', {
    params: { ba: account },
    body: { objects: [...row.objects] },
    authorizedBy,
  });
  await refresh();
  notifications.show({ message: `${sayBytes(row.frees_bytes)} were freed.` });
}

/** What is about to go, by name and when it was last used. */
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
