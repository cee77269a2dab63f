import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayStanding } from '../../../api/standing.ts';
import { sayDay, sayInstant } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { ButtonLink } from '../../../parts/button-link.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import { MorePages } from '../../../parts/more-pages.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { PastDueInvoices } from './past-due-invoices.tsx';

type PastDue = Schemas['PastDueAccount'];

/** Who owes since when, what is tried next, and when it stops their calls. */
export function DunningPage() {
  const board = usePages(['dunning'], (from) =>
    client.get('/v1/dunning', { query: { limit: 20, ...from } }),
  );
  return (
    <>
      <PageHeading title={say('Past due')} about={say('Accounts that owe, the longest first')} />
      <MorePages
        query={board}
        empty={say('Nobody owes anything: every invoice that was due is paid.')}
      >
        {(rows) => (
          <Stack gap="md">
            {rows.map((row) => (
              <PastDueCard key={row.billing_account} row={row} />
            ))}
          </Stack>
        )}
      </MorePages>
    </>
  );
}

function PastDueCard({ row }: { row: PastDue }) {
  const { standing, suspends_at: suspendsAt } = row;
  return (
    <Card component="section" aria-label={`${row.company_name}, ${row.name}`}>
      <Group justify="space-between" align="flex-start" gap="md">
        <div>
          <Group gap="xs">
            <Title order={2} size="h4">
              {row.company_name}
            </Title>
            <Text c="dimmed">{row.name}</Text>
            {standing === 'good' ? null : <Badge color="red">{sayStanding(standing)}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {say('Past due since {day}.', { day: sayDay(row.past_due_since) })}{' '}
            {standing === 'good' && suspendsAt !== null
              ? say('Suspended on {instant} if nothing is paid.', {
                  instant: sayInstant(suspendsAt),
                })
              : null}
          </Text>
        </div>
        <Text fz={24} fw={650} className="figure">
          <MoneyText value={row.past_due} />
        </Text>
      </Group>
      <Ages byAge={row.past_due_by_age} />
      <PastDueInvoices invoices={row.invoices} />
      <Group mt="md" gap="xs">
        <ButtonLink
          to="/operator/companies/$company"
          params={{ company: row.company }}
          size="xs"
          variant="default"
        >
          {say('Open {name}', { name: row.company_name })}
        </ButtonLink>
        <Button
          component="a"
          href={`/billing-accounts/${row.billing_account}#funding`}
          size="xs"
          variant="default"
        >
          {say('Funding sources')}
        </Button>
      </Group>
    </Card>
  );
}

const AGES: Readonly<Record<string, string>> = {
  '0-30': say('up to 30 days'),
  '31-60': say('31 to 60 days'),
  '61-90': say('61 to 90 days'),
  '91+': say('over 90 days'),
};

function Ages({ byAge }: { byAge: PastDue['past_due_by_age'] }) {
  const owed = Object.entries(byAge).filter(([, amount]) => !isZero(amount));
  return (
    <Group gap="lg" my="sm" fz="sm" className="figure">
      {owed.map(([age, amount]) => (
        <Text key={age} inherit>
          <Text span inherit c="dimmed">
            {AGES[age] ?? age}:
          </Text>{' '}
          {sayMoney(amount)}
        </Text>
      ))}
    </Group>
  );
}
