import { Card, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { optimistically } from '../../api/optimistic.ts';
import { client } from '../../api/queries.ts';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';

type Choice = Schemas['NoticePreferences']['data'][number];

/** Which notices come by mail as well; all of them are shown here in any case. */
export function MailChoices({ employee }: { employee: string }) {
  const params = { emp: employee };
  const queryKey = ['notice-preferences', employee];
  const choices = useQuery({
    queryKey,
    queryFn: () => client.get('/v1/employees/{emp}/notice-preferences', { params }),
  });
  const [error, setError] = useState<Error>();
  const choose = async (kind: Choice['kind'], mailed: boolean) => {
    setError(undefined);
    try {
      await optimistically<Schemas['NoticePreferences']>(
        queryKey,
        ({ data }) => ({ data: data.map((one) => (one.kind === kind ? { ...one, mailed } : one)) }),
        () =>
          client.put('/v1/employees/{emp}/notice-preferences', {
            params,
            body: { mailed: { [kind]: mailed } },
          }),
      );
    } catch (caught) {
      setError(caught as Error);
    }
  };
  return (
    <Card component="section" aria-labelledby="mail-choices">
      <Title order={2} size="h4" id="mail-choices" mb={4}>
        {say('Mailed to you')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {say(
          'Everything is shown here. Mails that money or service hangs on cannot be switched off for those who look after billing.',
        )}
      </Text>
      {error === undefined ? null : <Failed error={error} />}
      <Loaded query={choices} height={400}>
        {({ data }) => (
          <Stack gap="sm">
            {data.map((choice) => (
              <Switch
                key={choice.kind}
                checked={choice.mailed}
                disabled={choice.fixed}
                label={choice.title}
                description={choice.about}
                onChange={(event) => void choose(choice.kind, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
