import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { sayList } from '../../api/list.ts';
import { client, type Me, refresh } from '../../api/queries.ts';
import { Failed } from '../../parts/loaded.tsx';
import { said, say } from '../../words/say.ts';

type Activity = Schemas['ActivityAccess'];
type Request = Schemas['EmployeeRequest'];

/** More names than these help nobody. */
const NAMED_MAX = 3;
/** An answer may come while somebody waits for it. */
const EVERY_MS = 10_000;

const STATUSES: Record<Request['status'], string> = {
  open: say('They have been asked. You see here what they answer.'),
  approving: say('It is being done just now.'),
  approved: say('It was approved.'),
  declined: say('It was declined.'),
  withdrawn: say('You withdrew it.'),
};

/** Who can mend it, and one button that sends them the remedy to approve. */
export function AskAdministrator({ activity, me }: { activity: Activity; me: Me }) {
  const people = useAdministrators(me.company?.id);
  const requests = useQuery({
    queryKey: ['requests', me.id],
    refetchInterval: EVERY_MS,
    queryFn: () =>
      client.get('/v1/employees/{emp}/requests', { params: { emp: me.id }, query: { limit: 20 } }),
  });
  const about = requests.data?.data.filter((one) => one.activity.code === activity.activity) ?? [];
  const open = about.filter(({ status }) => status === 'open');
  const [last] = about;
  return (
    <Stack gap="xs" align="flex-start">
      {people.length === 0 ? null : (
        <Text>{say('{names} can mend it.', { names: namesOf(people) })}</Text>
      )}
      {open.length > 0 ? (
        open.map((request) => <Asked key={request.id} request={request} />)
      ) : (
        <>
          {last === undefined || last.status === 'withdrawn' ? null : <Asked request={last} />}
          <AskButton activity={activity} me={me} />
        </>
      )}
    </Stack>
  );
}

function AskButton({ activity, me }: { activity: Activity; me: Me }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const reasons = new Set(
    activity.checks.flatMap(({ passed, code }) => (passed ? [] : (code ?? []))),
  );
  const ask = async () => {
    setBusy(true);
    setError(undefined);
    try {
      for (const reason of reasons) {
        await client.post('/v1/employees/{emp}/requests', {
          params: { emp: me.id },
          body: { activity: activity.activity, reason },
        });
      }
      await refresh();
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {error === undefined ? null : <Failed error={error} />}
      <Button onClick={ask} loading={busy} leftSection={<IconSend size={16} aria-hidden />}>
        {say('Ask my administrator')}
      </Button>
    </>
  );
}

/** What was asked for: by which number people speak of it, and what became of it. */
function Asked({ request }: { request: Request }) {
  const { status, reference, answer } = request;
  const withdraw = async () => {
    await client.post('/v1/requests/{req}/withdraw', { params: { req: request.id } });
    await refresh();
  };
  return (
    <Group gap="sm">
      <Text size="sm">
        {status === 'declined' && answer !== null
          ? say('It was declined: {answer}', { answer })
          : STATUSES[status]}{' '}
        {said('Its reference is <b>{reference}</b>.', {
          reference,
          b: (words) => <b className="figure">{words}</b>,
        })}
      </Text>
      {status === 'open' ? (
        <Button size="xs" variant="subtle" onClick={withdraw}>
          {say('Withdraw')}
        </Button>
      ) : null}
    </Group>
  );
}

function useAdministrators(company: string | undefined) {
  const { data } = useQuery({
    queryKey: ['administrators', company],
    enabled: company !== undefined,
    queryFn: () =>
      client.get('/v1/companies/{co}/employees', {
        params: { co: company ?? '' },
        query: { permission_group: 'Administrator', hidden: 'false', limit: 20 },
      }),
  });
  return data?.data ?? [];
}

function namesOf(people: readonly Schemas['Employee'][]): string {
  const names = people.slice(0, NAMED_MAX).map((one) => `${one.first_name} ${one.last_name}`);
  return sayList(names, 'or');
}
