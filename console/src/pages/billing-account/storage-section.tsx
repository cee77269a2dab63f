import { Button, Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { isZero } from '../../api/money.ts';
import { client, refresh, useMe } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayBytes } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

type Storage = Schemas['Storage'];
type Row = Storage['purge_plan'][number];

/** What is stored, what it will cost, and what to purge to get below. */
export function StorageSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const { storage } = details;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {Object.entries(storage.meters).map(([code, meter]) => (
          <MeterCard key={code} meter={meter} />
        ))}
      </SimpleGrid>
      <Card>
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h4">
            How to get below
          </Title>
          <Text size="sm">
            Projected for this period: <MoneyText value={storage.projected_fee} fw={700} />
          </Text>
        </Group>
        {storage.purge_plan.length === 0 ? (
          <Text c="dimmed" size="sm">
            {isZero(storage.projected_fee)
              ? 'Everything is within the free allowance; there is nothing to do.'
              : 'Nothing is left that could be purged.'}
          </Text>
        ) : (
          <Stack gap={0} component="ol" m={0} p={0} className="rows">
            {storage.purge_plan.map((row) => (
              <PurgeRow key={row.objects.join(' ')} row={row} account={details.id} />
            ))}
          </Stack>
        )}
      </Card>
    </Stack>
  );
}

function MeterCard({ meter }: { meter: Storage['meters'][string] }) {
  const share = (100 * meter.used_bytes) / Math.max(1, meter.allowance_bytes);
  const over = meter.over_bytes > 0;
  return (
    <Card>
      <Text size="sm" c="dimmed" fw={500}>
        {meter.name}
      </Text>
      <Text fz={22} fw={650} className="figure">
        {sayBytes(meter.used_bytes)} of {sayBytes(meter.allowance_bytes)}
      </Text>
      <Progress
        value={Math.min(100, share)}
        color={over ? 'orange.8' : 'ink'}
        my={8}
        aria-label={`${meter.name} used`}
      />
      <Text size="sm" c={over ? 'var(--tk-warn)' : 'dimmed'}>
        {over ? (
          <>
            {sayBytes(meter.over_bytes)} over: <MoneyText value={meter.fee_per_month} /> a month
          </>
        ) : (
          'within the free allowance'
        )}
      </Text>
    </Card>
  );
}

function PurgeRow({ row, account }: { row: Row; account: string }) {
  const [confirming, setConfirming] = useState(false);
  const { data: me } = useMe();
  const purge = async (authorizedBy: TypedName) => {
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
      body: { objects: row.objects },
      authorizedBy,
    });
    await refresh();
    notifications.show({ message: `${sayBytes(row.frees_bytes)} were freed.` });
  };
  return (
    <Group component="li" className="row" py="sm" justify="space-between" gap="sm">
      <Text size="sm" style={{ flex: '1 1 260px' }}>
        {saySentence(row.why)}
      </Text>
      <Group gap="md" wrap="nowrap">
        <Text size="sm" ta="right" className="figure" style={{ whiteSpace: 'nowrap' }}>
          frees {sayBytes(row.frees_bytes)}
          <br />
          saves <MoneyText value={row.saves_per_month} fw={600} /> a month
        </Text>
        {me?.permissions.includes('billing.manage') === true ? (
          <Button size="xs" variant="default" onClick={() => setConfirming(true)}>
            Purge
          </Button>
        ) : null}
      </Group>
      {confirming ? (
        <AuthorizeDialog
          title={`Purge ${row.objects.length === 1 ? '1 object' : `${row.objects.length} objects`}`}
          confirm="Purge for good"
          onConfirm={purge}
          onClose={() => setConfirming(false)}
        >
          {saySentence(row.why)} This cannot be undone: it frees {sayBytes(row.frees_bytes)} and
          saves <MoneyText value={row.saves_per_month} /> a month.
        </AuthorizeDialog>
      ) : null}
    </Group>
  );
}
