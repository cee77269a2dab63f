import { Badge, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import type { ReactNode } from 'react';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { Asks } from '../../parts/ask.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { Scrolls } from '../../parts/scrolls.tsx';
import { said, say } from '../../words/say.ts';

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
                  {say(
                    'No contract is in force: it goes month to month, and each total may be lowered from {day}, down to 0.',
                    { day: sayDay(details.period.end) },
                  )}
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
          {say('{months, plural, one {# month} other {# months}}, until {day}', {
            months: contract.months,
            day: sayDay(contract.ends_on),
          })}
        </Title>
        <Badge color="teal" size="lg">
          {say('in force')}
        </Badge>
      </Group>
      <Progress
        value={Math.max(0, Math.min(100, passed))}
        aria-label={say('Share of the term that has passed')}
        mt="md"
        mb={6}
      />
      <Group justify="space-between" fz="xs" c="dimmed">
        <span>{say('since {day}', { day: sayDay(contract.starts_on) })}</span>
        <span>{say('ends {day}', { day: sayDay(contract.ends_on) })}</span>
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
        const total = license?.total ?? 0;
        const spare = total - (floor ?? 0);
        return (
          <Group component="li" className="row" py="sm" key={code} justify="space-between">
            <div>
              <Text size="sm">{promiseOf(contract, code, license?.name ?? code)}</Text>
              {floor === undefined ? null : (
                <Text size="sm" c="dimmed" className="figure">
                  {spare > 0
                    ? say('You pay for {total}, so {spare} can be dropped from {day}.', {
                        total,
                        spare,
                        day: sayDay(details.period.end),
                      })
                    : say(
                        'You pay for {total}: that is the floor. It cannot be lower before the contract ends.',
                        { total },
                      )}
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
                {say('Lower it to {floor}', { floor })}
              </ButtonLink>
            ) : null}
          </Group>
        );
      })}
    </Stack>
  );
}

/** What is promised of one license type: how many, at what price, or both. */
function promiseOf({ floors, prices, ends_on: end }: Contract, code: string, name: string) {
  const b = (words: ReactNode) => <b>{words}</b>;
  const day = sayDay(end);
  const floor = floors[code];
  const value = prices[code];
  const price = value === undefined ? undefined : <MoneyText value={value} fw={600} />;
  if (floor === undefined) return said('<b>{name}</b> costs {price} a month.', { b, name, price });
  return price === undefined
    ? said('At least {floor} <b>{name}</b>, until {day}.', { b, floor, name, day })
    : said('At least {floor} <b>{name}</b>, each at {price} a month, until {day}.', {
        b,
        floor,
        name,
        price,
        day,
      });
}

function atEnd({ at_end: then, ends_on: day }: Contract): string {
  return then === 'lapse'
    ? say('From {day} on it goes month to month, at the catalog’s prices and with no floor.', {
        day: sayDay(day),
      })
    : say(
        'On {day} it renews for as long again. Ordering a lower total for that day beforehand is the notice, and becomes the next term’s floor.',
        { day: sayDay(day) },
      );
}

function Others({ contracts, today }: { contracts: readonly Contract[]; today: string }) {
  return (
    <Card component="section">
      <Title order={2} size="h4" mb="xs">
        {say('Other contracts')}
      </Title>
      <Scrolls label={say('{what}, which scrolls', { what: say('Other contracts') })}>
        <Table aria-label={say('Other contracts')}>
          <Table.Tbody>
            {contracts.map((contract) => (
              <Table.Tr key={contract.id}>
                <Table.Td>
                  {say('{start} to {end}', {
                    start: sayDay(contract.starts_on),
                    end: sayDay(contract.ends_on),
                  })}
                </Table.Td>
                <Table.Td>
                  {say('{months, plural, one {# month} other {# months}}', {
                    months: contract.months,
                  })}
                </Table.Td>
                <Table.Td ta="right">
                  {contract.starts_on > today ? say('to come') : say('over')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolls>
    </Card>
  );
}
