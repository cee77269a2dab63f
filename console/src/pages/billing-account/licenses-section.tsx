import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useMe } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { Asks } from '../../parts/ask.tsx';
import { say } from '../../words/say.ts';
import { LicenseRow } from './license-row.tsx';

const QUESTIONS_HERE = [
  'why-cannot-lower-licenses',
  'how-to-stop-paying-for-leavers',
  'can-i-get-a-credit',
] as const;

type Details = Schemas['BillingAccountDetails'];

/** How many of each type: paid for, assigned, available, in use; and how many it shall be. */
export function LicensesSection({ details }: { details: Details }) {
  const [totals, setTotals] = useState<Readonly<Record<string, number>>>({});
  const { data: me } = useMe();
  const mayOrder = me?.permissions.includes('billing.manage') === true;
  const changed = Object.entries(totals).filter(
    ([code, total]) => details.licenses[code]?.total !== total,
  );
  return (
    <Stack gap="sm">
      <Card padding={0} component="section" aria-label={say('Licenses')}>
        <Stack gap={0} component="ul" m={0} p={0} className="rows">
          {Object.entries(details.licenses).map(([code, license]) => (
            <LicenseRow
              key={code}
              account={details.id}
              code={code}
              license={license}
              periodEnd={details.period.end}
              wanted={mayOrder ? (totals[code] ?? license.total) : undefined}
              setWanted={(total) => setTotals({ ...totals, [code]: total })}
            />
          ))}
        </Stack>
        {mayOrder ? (
          <Review details={details} changed={changed} discard={() => setTotals({})} />
        ) : null}
      </Card>
      <Asks account={details.id} questions={QUESTIONS_HERE} />
    </Stack>
  );
}

function Review(props: {
  details: Details;
  changed: readonly (readonly [string, number])[];
  discard: () => void;
}) {
  const { details, changed, discard } = props;
  const navigate = useNavigate();
  const review = () =>
    navigate({
      to: `/billing-accounts/${details.id}/cart`,
      search: Object.fromEntries(changed.map(([code, total]) => [code, String(total)])),
    });
  return (
    <Group justify="space-between" px="lg" py="md" className="card-foot">
      <Text size="sm" c="dimmed" style={{ flex: '1 1 300px' }} maw={600}>
        {say(
          'More count at once and are charged for the days left in this period. Fewer count from {day}: until then they stay usable, and nothing is credited.',
          { day: sayDay(details.period.end) },
        )}
      </Text>
      <Group gap="xs">
        {changed.length === 0 ? null : (
          <Button variant="subtle" onClick={discard}>
            {say('Discard')}
          </Button>
        )}
        <Button disabled={changed.length === 0} onClick={review}>
          {changed.length === 0
            ? say('No changes')
            : say('Review {count, plural, one {# change} other {# changes}}', {
                count: changed.length,
              })}
        </Button>
      </Group>
    </Group>
  );
}
