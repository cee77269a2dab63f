import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client, refresh } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { sayDevice } from './device.ts';

type Session = Schemas['Session'];

const WAYS: Record<Session['method'], string> = {
  password: say('password'),
  link: say('sign-in link'),
  passkey: say('passkey'),
  sso: say('single sign-on'),
};

/** Where somebody is signed in, and the way to end it. */
export function SessionsCard() {
  const sessions = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: () => client.get('/v1/me/sessions', {}),
  });
  const endOthers = async () => {
    const { revoked } = await client.delete('/v1/me/sessions', {});
    notifications.show({
      message: say('Signed out in {revoked, plural, one {# other place} other {# other places}}.', {
        revoked,
      }),
    });
    await refresh();
  };
  return (
    <Card component="section" aria-labelledby="sessions-heading">
      <Title order={2} size="h4" id="sessions-heading" mb="xs">
        {say('Where you are signed in')}
      </Title>
      <Loaded query={sessions} height={80}>
        {({ data }) => (
          <>
            <Stack component="ul" className="rows" p={0} m={0} mb="md" gap={0}>
              {data.map((one) => (
                <Row key={one.id} session={one} />
              ))}
            </Stack>
            {data.length > 1 ? (
              <Button variant="default" onClick={endOthers} style={{ alignSelf: 'flex-start' }}>
                {say('Sign out everywhere else')}
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Row({ session }: { session: Session }) {
  const end = async () => {
    await client.delete('/v1/me/sessions/{ses}', { params: { ses: session.id } });
    await refresh();
  };
  const device = sayDevice(session.device);
  return (
    <Group component="li" className="row" justify="space-between" py="sm">
      <Stack gap={0} style={{ minWidth: 0, flex: '1 1 240px' }}>
        <Group gap="xs">
          <Text fw={500}>{device}</Text>
          {session.current ? <Badge color="green">{say('This one')}</Badge> : null}
        </Group>
        <Text size="xs" c="dimmed">
          {saySignedIn(session)}
        </Text>
        <Text size="xs" c="dimmed">
          {say('Since {began}, last used {used}', {
            began: sayInstant(session.started_at),
            used: sayInstant(session.last_used_at),
          })}
        </Text>
      </Stack>
      {session.current ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={end}
          aria-label={say('Sign out on {device}', { device })}
        >
          {say('Sign out')}
        </Button>
      )}
    </Group>
  );
}

/** From where and how somebody came; a passkey is a second factor by itself. */
function saySignedIn({ address, method, second_factor: hasSecond }: Session): string {
  const way = WAYS[method];
  return hasSecond && method !== 'passkey'
    ? say('{address}, by {way} and a second factor', { address, way })
    : say('{address}, by {way}', { address, way });
}
