import { Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client, type Me, useMe } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { AskAdministrator } from './ask-administrator.tsx';

type Activity = Schemas['ActivityAccess'];

/** What an agent is here for; everything else is listed below it. */
const MAIN = 'call.outbound';

/** One sentence whether they can dial, why not, and who can mend it. */
export function AgentPage() {
  const { data: me } = useMe();
  const access = useQuery({
    queryKey: ['access', me?.id],
    enabled: me?.kind === 'person' && !me.operator,
    queryFn: () => client.get('/v1/employees/{emp}/access', { params: { emp: me?.id ?? '' } }),
  });
  if (me === undefined) return null;
  return (
    <>
      <PageHeading title={say('What I can do')} about={say('Asked of the dialer just now')} />
      <Loaded query={access} height={320}>
        {({ activities }) => {
          const main = activities.find(({ activity }) => activity === MAIN) ?? activities[0];
          return (
            <Stack gap="lg">
              {main === undefined ? null : <Verdict activity={main} me={me} />}
              <Others activities={activities.filter((one) => one !== main)} />
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

function Verdict({ activity, me }: { activity: Activity; me: Me }) {
  const failed = activity.checks.filter((check) => !check.passed);
  return (
    <Card component="section" aria-label={activity.name} padding="xl">
      <Group gap="lg" wrap="nowrap" align="flex-start">
        <Sign allowed={activity.allowed} size={48} />
        <Stack gap="sm" style={{ minWidth: 0 }} role="status">
          <Title order={2} size="h3">
            {activity.allowed ? say('You can dial.') : say('You cannot dial now.')}
          </Title>
          {failed.map((check) => (
            <Text key={`${check.gate} ${check.code ?? ''}`}>
              {saySentence(check.message ?? '')}
            </Text>
          ))}
          {failed.length === 0 ? null : <AskAdministrator activity={activity} me={me} />}
        </Stack>
      </Group>
    </Card>
  );
}

function Sign({ allowed, size }: { allowed: boolean; size: number }) {
  const Icon = allowed ? IconCheck : IconX;
  return (
    <ThemeIcon color={allowed ? 'green' : 'red'} variant="light" radius="xl" size={size}>
      <Icon size={size / 2} aria-hidden />
    </ThemeIcon>
  );
}

function Others({ activities }: { activities: readonly Activity[] }) {
  return (
    <Card component="section" aria-label={say('Everything else')}>
      <Title order={2} size="h4" mb="xs">
        {say('Everything else')}
      </Title>
      <Stack gap={0} component="ul" m={0} p={0} className="rows">
        {activities.map((one) => (
          <Group component="li" className="row" key={one.activity} py="sm" wrap="nowrap">
            <Sign allowed={one.allowed} size={26} />
            <div>
              <Text size="sm" fw={600}>
                {one.name}
              </Text>
              <Text size="sm" c="dimmed">
                {one.allowed ? say('Yes') : saySentence(firstReason(one))}
              </Text>
            </div>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

const firstReason = ({ checks }: Activity) =>
  checks.find((check) => !check.passed)?.message ?? say('Not now');
