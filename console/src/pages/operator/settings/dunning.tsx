import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, useMe } from '../../../api/queries.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { say } from '../../../words/say.ts';
import { DunningCourse } from './dunning-course.tsx';
import { dunningDifferences, type Schedule } from './dunning-draft.ts';
import { DunningEditor } from './dunning-editor.tsx';
import { VersionList } from './version-list.tsx';
import { utcToday } from './versions.ts';

/** When a payment that failed is tried again, reminded of, and ends in suspension. */
export function Dunning() {
  const schedules = useQuery({
    queryKey: ['dunning-schedules'],
    queryFn: () => client.get('/v1/dunning-schedules', {}),
  });
  return (
    <Loaded query={schedules} height={360}>
      {({ data }) => <ScheduleCard newestFirst={data} />}
    </Loaded>
  );
}

function ScheduleCard({ newestFirst }: { newestFirst: readonly Schedule[] }) {
  const { data: me } = useMe();
  const mayChange = me?.permissions.includes('billing.manage') === true;
  const [from, setFrom] = useState<Schedule>();
  const current = scheduleInForce(newestFirst);
  const versions = newestFirst.toReversed();
  return (
    <Stack gap="lg">
      <Card component="section" aria-label={say('Dunning schedule')}>
        <Group justify="space-between" mb="lg">
          <div>
            <Title order={2} size="h4">
              {say('Dunning schedule')}
            </Title>
            <Text size="sm" c="dimmed">
              {say(
                'What an invoice lives through that falls due today and stays unpaid. Paid at any time, it is over at once.',
              )}
            </Text>
          </div>
          {mayChange ? (
            <Button onClick={() => setFrom(newestFirst[0])}>{say('Change')}</Button>
          ) : null}
        </Group>
        {current === undefined ? null : <DunningCourse rules={current} since={utcToday()} />}
      </Card>
      <Card component="section" aria-label={say('Versions')}>
        <Title order={2} size="h4">
          {say('Versions')}
        </Title>
        <VersionList
          versions={versions}
          current={current}
          differences={dunningDifferences}
          {...(mayChange ? { onRepeat: setFrom } : {})}
        />
      </Card>
      {from === undefined ? null : (
        <DunningEditor current={current} from={from} onClose={() => setFrom(undefined)} />
      )}
    </Stack>
  );
}

/** The later effective day wins; of those with the same, or none, the later published. */
function scheduleInForce(newestFirst: readonly Schedule[]): Schedule | undefined {
  const today = utcToday();
  return newestFirst
    .filter(({ effective_on: from }) => from === null || from <= today)
    .toSorted((left, right) => (right.effective_on ?? '').localeCompare(left.effective_on ?? ''))
    .at(0);
}
