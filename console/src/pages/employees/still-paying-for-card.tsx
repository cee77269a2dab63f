import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { sayDay } from '../../api/time.ts';
import { Remedies } from '../../parts/remedies.tsx';
import { say } from '../../words/say.ts';
import { useAccountOf } from './account-of.ts';

type Left = Schemas['StillPayingFor'];

/** Hiding lowers nothing: what is still being paid for, and one click to lower it. */
export function StillPayingForCard(props: {
  employee: Schemas['Employee'];
  /** What hiding answered; undefined where the employee was hidden before. */
  left: readonly Left[] | undefined;
}) {
  const { employee, left } = props;
  const names = useNames(left?.[0]?.billing_account);
  if (left === undefined) return <Leavers employee={employee} />;
  if (left.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconReceipt aria-hidden />} title={say('You still pay for')}>
      <Stack gap={4} align="flex-start">
        {left.map((one) => (
          <Text size="sm" key={`${one.billing_account} ${one.license_type}`} className="figure">
            {sentenceOf(one, names[one.license_type]?.name ?? one.license_type)}
          </Text>
        ))}
        <LowerButton left={left} />
      </Stack>
    </Alert>
  );
}

/** The license types of an account, by their codes. */
function useNames(account: string | undefined) {
  const { data } = useQuery({
    queryKey: ['billing-account', account],
    enabled: account !== undefined,
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account ?? '' } }),
  });
  return data?.licenses ?? {};
}

function sentenceOf(one: Left, license: string): string {
  const { total, assigned, could_be: lower, saves_per_month: saves } = one;
  const day = sayDay(one.from);
  if (lower >= total) {
    return say(
      '{total} {license}, of which {assigned} are assigned. The contract keeps it there until {day}.',
      { total, license, assigned, day: sayDay(one.contract_ends_on ?? one.from) },
    );
  }
  return saves === undefined
    ? say('{total} {license}, of which {assigned} are assigned. It could be {lower} from {day}.', {
        total,
        license,
        assigned,
        lower,
        day,
      })
    : say(
        '{total} {license}, of which {assigned} are assigned. It could be {lower} from {day}, which saves {amount} a month.',
        { total, license, assigned, lower, day, amount: sayMoney(saves) },
      );
}

function LowerButton({ left }: { left: readonly Left[] }) {
  const { history } = useRouter();
  const lowerable = left.filter((one) => one.could_be < one.total);
  const [first] = lowerable;
  if (first === undefined) return null;
  const query = lowerable
    .filter((one) => one.billing_account === first.billing_account)
    .map((one) => `${one.license_type}=${one.could_be}`)
    .join('&');
  const link = `/billing-accounts/${first.billing_account}/cart?${query}`;
  return (
    <Button mt="xs" size="sm" onClick={() => history.push(link)}>
      {say('Lower what you pay for from {day}', { day: sayDay(first.from) })}
    </Button>
  );
}

/** For someone hidden earlier: the same question answered with today's figures. */
function Leavers({ employee }: { employee: Schemas['Employee'] }) {
  const { accountId } = useAccountOf(employee);
  const answer = useQuery({
    queryKey: ['answer', accountId, 'how-to-stop-paying-for-leavers'],
    enabled: accountId !== undefined,
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/answers/{question}', {
        params: { ba: accountId ?? '', question: 'how-to-stop-paying-for-leavers' },
      }),
  });
  if (answer.data === undefined || answer.data.remedies.length === 0) return null;
  return (
    <Alert
      color="orange"
      icon={<IconReceipt aria-hidden />}
      title={say('You may still pay for leavers')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{saySentence(answer.data.answer)}</Text>
        <Remedies remedies={answer.data.remedies} />
      </Stack>
    </Alert>
  );
}
