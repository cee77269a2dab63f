import { Badge, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { Asks } from '../../parts/ask.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';

type Details = Schemas['BillingAccountDetails'];
type Contract = Schemas['Contract'];

/** What was promised, until when, and what happens then. */
export function ContractSection({ details }: { details: Details }) {
  const contracts = useQuery({
    queryKey: ['contracts', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/contracts', { params: { ba: details.id } }),
  });
  return (
    <Loaded query={contracts} height={300}>
      {({ data }) => {
        const inForce = data.find((contract) => contract.in_force);
        const others = data.filter((contract) => !contract.in_force);
        return (
          <Stack gap="lg">
            {inForce === undefined ? (
              <Card>
                <Text>
                  No contract is in force: it goes month to month, and each total may be lowered
                  from {sayDay(details.period.end)}, down to 0.
                </Text>
              </Card>
            ) : (
              <InForce contract={inForce} details={details} />
            )}
            <Asks account={details.id} questions={['why-cannot-lower-licenses']} />
            {others.length === 0 ? null : <Others contracts={others} today={details.today} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function InForce({ contract, details }: { contract: Contract; details: Details }) {
  const starts = new Date(contract.starts_on).getTime();
  const ends = new Date(contract.ends_on).getTime();
  const passed = (100 * (new Date(details.today).getTime() - starts)) / (ends - starts);
  return (
    <Card component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {contract.months} months, until {sayDay(contract.ends_on)}
        </Title>
        <Badge color="teal" size="lg">
          in force
        </Badge>
      </Group>
      <Progress
        value={Math.max(0, Math.min(100, passed))}
        aria-label="Share of the term that has passed"
        mt="md"
        mb={6}
      />
      <Group justify="space-between" fz="xs" c="dimmed">
        <span>since {sayDay(contract.starts_on)}</span>
        <span>ends {sayDay(contract.ends_on)}</span>
      </Group>
      <Terms contract={contract} details={details} />
      <Text size="sm">{atEnd(contract)}</Text>
    </Card>
  );
}

function Terms({ contract, details }: { contract: Contract; details: Details }) {
  const codes = new Set([...Object.keys(contract.floors), ...Object.keys(contract.prices)]);
  return (
    <Stack gap={0} component="ul" m={0} p={0} my="md" className="rows">
      {[...codes].map((code) => {
        const license = details.licenses[code];
        const floor = contract.floors[code];
        const price = contract.prices[code];
        const spare = (license?.total ?? 0) - (floor ?? 0);
        return (
          <Group component="li" className="row" py="sm" key={code} justify="space-between">
            <div>
              <Text size="sm">
                {floor === undefined ? '' : `At least ${floor} `}
                <b>{license?.name ?? code}</b>
                {price === undefined ? null : (
                  <>
                    {floor === undefined ? ' costs ' : ', each at '}
                    <MoneyText value={price} fw={600} /> a month
                  </>
                )}
                {floor === undefined ? '' : `, until ${sayDay(contract.ends_on)}`}.
              </Text>
              {floor === undefined ? null : (
                <Text size="sm" c="dimmed" className="figure">
                  You pay for {license?.total ?? 0}
                  {spare > 0
                    ? `, so ${spare} can be dropped from ${sayDay(details.period.end)}.`
                    : ': that is the floor. It cannot be lower before the contract ends.'}
                </Text>
              )}
            </div>
            {spare > 0 && floor !== undefined ? (
              <ButtonLink
                to="/billing-accounts/$account/cart"
                params={{ account: details.id }}
                search={{ [code]: String(floor) }}
                size="xs"
                variant="default"
              >
                Lower it to {floor}
              </ButtonLink>
            ) : null}
          </Group>
        );
      })}
    </Stack>
  );
}

function atEnd({ at_end: then, ends_on: day }: Contract): string {
  return then === 'lapse'
    ? `From ${sayDay(day)} on it goes month to month, at the catalog’s prices and with no floor.`
    : `On ${sayDay(day)} it renews for as long again. Ordering a lower total for that day ` +
        'beforehand is the notice, and becomes the next term’s floor.';
}

function Others({ contracts, today }: { contracts: readonly Contract[]; today: string }) {
  return (
    <Card component="section">
      <Title order={2} size="h4" mb="xs">
        Other contracts
      </Title>
      <Scrolls label="Other contracts, which scrolls">
        <Table aria-label="Other contracts">
          <Table.Tbody>
            {contracts.map((contract) => (
              <Table.Tr key={contract.id}>
                <Table.Td>
                  {sayDay(contract.starts_on)} to {sayDay(contract.ends_on)}
                </Table.Td>
                <Table.Td>{contract.months} months</Table.Td>
                <Table.Td ta="right">{contract.starts_on > today ? 'to come' : 'over'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolls>
    </Card>
  );
}
