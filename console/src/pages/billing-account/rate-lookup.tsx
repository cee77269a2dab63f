import { Card, List, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayMoney } from '../../api/money.ts';
import { client } from '../../api/queries.ts';
import { saySeconds } from '../../api/time.ts';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { sayRate } from './rate-words.ts';

const TYPING_MS = 250;

/** What a call to a number costs, before it is made. */
export function RateLookup({ account }: { account: string }) {
  const [typed, setTyped] = useState('');
  const number = typed.replace(/[\s().-]/g, '');
  const isWrong = number !== '' && !/^\+?\d{1,15}$/.test(number);
  const [settled] = useDebouncedValue(isWrong ? '' : number, TYPING_MS);
  const rate = useQuery({
    queryKey: ['rate', account, settled],
    enabled: settled !== '' && settled !== '+',
    placeholderData: keepPreviousData,
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/rate', {
        params: { ba: account },
        query: { destination: settled },
      }),
  });
  return (
    <Card component="section" aria-label={say('What a call costs')}>
      <Title order={2} size="h4" mb="sm">
        {say('What a call costs')}
      </Title>
      <TextInput
        label={say('To the number')}
        placeholder="+1 212 555 0123"
        inputMode="tel"
        className="figure"
        leftSection={<IconPhoneOutgoing size={16} aria-hidden />}
        rightSection={rate.isFetching ? <Loader size={16} /> : null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isWrong ? say('Digits only, with the country’s code first') : undefined}
      />
      <div aria-live="polite">
        {rate.error === null ? null : <Failed error={rate.error} />}
        {settled === '' || rate.data === undefined ? null : <Found found={rate.data} />}
      </div>
    </Card>
  );
}

function Found({ found }: { found: { destination: string; rate: Schemas['RateFound'] | null } }) {
  const { destination, rate } = found;
  if (rate === null) {
    return (
      <Text size="sm" mt="sm" c="var(--tk-warn)">
        {say(
          'No rate covers {destination}, so calls to it are refused. Your operator can add one.',
          { destination },
        )}
      </Text>
    );
  }
  return (
    <Stack gap={4} mt="sm" className="figure">
      <Text size="sm" fw={600}>
        {sayRate(rate)}
      </Text>
      <List size="sm" spacing={2}>
        {rate.examples.map(({ seconds, charged }) => (
          <List.Item key={seconds}>
            {say('{duration} costs {amount}', {
              duration: saySeconds(seconds),
              amount: sayMoney(charged),
            })}
          </List.Item>
        ))}
      </List>
      {rate.balance_buys === null ? null : (
        <Text size="sm" c="dimmed">
          {say('The balance buys about {count, plural, one {# minute} other {# minutes}} of it.', {
            count: rate.balance_buys,
          })}
        </Text>
      )}
    </Stack>
  );
}
