import { Card, Group, Select, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, useMe } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { Asks } from '../../parts/ask.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Remedies, type RemedyView } from '../../parts/remedies.tsx';
import { say } from '../../words/say.ts';
import { useAccountOf } from './account-of.ts';
import { AssignDialog } from './assign-dialog.tsx';

type Activity = Schemas['ActivityAccess'];
type Check = Activity['checks'][number];

/** What each gate asks, in words, in the order in which they are asked. */
const GATES: Record<Check['gate'], string> = {
  standing: say('The billing account is open and in good standing'),
  hidden: say('The employee is not hidden'),
  permission: say('The permission group allows it'),
  licenses: say('Every license it needs is assigned'),
  places: say('There is room in every pool'),
  minutes: say('There are dialer minutes for it'),
};

const FIRST = 'call.outbound';

const QUESTIONS_HERE = ['why-cannot-dial', 'why-insufficient-ports'] as const;

/** “Why can't this person dial?” as a checklist: the code that authorizes calls decides it. */
export function AccessCard({ employee }: { employee: Schemas['Employee'] }) {
  const [activity, setActivity] = useState(FIRST);
  const accountId = useAccountIfSeen(employee);
  const access = useQuery({
    queryKey: ['access', employee.id],
    queryFn: () => client.get('/v1/employees/{emp}/access', { params: { emp: employee.id } }),
  });
  return (
    <Card h="100%" id="access" component="section" aria-label={say('What they can do now')}>
      <Loaded query={access} height={320}>
        {({ activities }) => {
          const chosen = activities.find((one) => one.activity === activity) ?? activities[0];
          if (chosen === undefined) return <Skeleton height={320} />;
          return (
            <>
              <Select
                label={say('Can they …')}
                data={activities.map((one) => ({ value: one.activity, label: one.name }))}
                value={chosen.activity}
                onChange={(value) => setActivity(value ?? FIRST)}
                allowDeselect={false}
                maw={320}
                mb="md"
              />
              <Verdict activity={chosen} employee={employee} />
              <Stack gap={0} className="rows" component="ul" m={0} p={0} mt="sm">
                {chosen.checks.map((check) => (
                  <CheckRow
                    key={`${check.gate} ${check.code ?? ''} ${check.message ?? ''}`}
                    check={check}
                    employee={employee}
                  />
                ))}
              </Stack>
              {accountId === undefined ? null : (
                <Asks account={accountId} employee={employee.id} questions={QUESTIONS_HERE} />
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** The account that pays for the employee, where the reader may see billing. */
function useAccountIfSeen(employee: Schemas['Employee']): string | undefined {
  const { data: me } = useMe();
  const { accountId } = useAccountOf(employee, me?.permissions.includes('billing.view') === true);
  return accountId;
}

function Verdict(props: { activity: Activity; employee: Schemas['Employee'] }) {
  const { activity, employee } = props;
  const failed = activity.checks.filter((check) => !check.passed).length;
  const { first_name: name } = employee;
  return (
    <Group gap="sm" wrap="nowrap" role="status">
      <ThemeIcon color={activity.allowed ? 'green' : 'red'} variant="light" radius="xl" size={36}>
        {activity.allowed ? <IconCheck size={20} aria-hidden /> : <IconX size={20} aria-hidden />}
      </ThemeIcon>
      <Title order={2} size="h4">
        {activity.allowed
          ? say('Yes, {name} can', { name })
          : say(
              'No, {name} cannot: {failed, plural, one {# thing stands in the way} other {# things stand in the way}}',
              { name, failed },
            )}
      </Title>
    </Group>
  );
}

function CheckRow({ check, employee }: { check: Check; employee: Schemas['Employee'] }) {
  const [assigning, setAssigning] = useState(false);
  const remedies = check.remedies ?? [];
  const doHere = (remedy: RemedyView) => {
    if (remedy.action !== 'assign_license') return false;
    setAssigning(true);
    return true;
  };
  return (
    <Group component="li" className="row" py="sm" gap="sm" wrap="nowrap" align="flex-start">
      <Text
        component="span"
        lh={0}
        mt={2}
        c={check.passed ? 'var(--tk-good)' : 'var(--tk-bad)'}
        role="img"
        aria-label={check.passed ? say('Yes') : say('No')}
      >
        {check.passed ? <IconCheck size={18} /> : <IconX size={18} />}
      </Text>
      <Stack gap={6} style={{ minWidth: 0 }}>
        <Text size="sm" {...(check.passed ? { c: 'dimmed' } : { fw: 600 })}>
          {GATES[check.gate]}
        </Text>
        {check.passed ? null : (
          <>
            <Text size="sm">{saySentence(check.admin_message ?? check.message ?? '')}</Text>
            <Remedies remedies={remedies} doHere={doHere} />
          </>
        )}
      </Stack>
      {assigning ? (
        <AssignDialog
          employee={employee}
          missing={missingOf(check)}
          onClose={() => setAssigning(false)}
        />
      ) : null}
    </Group>
  );
}

/** The license types that a failed gate says are missing. */
function missingOf({ details }: Check): string[] {
  const missing = details?.missing ?? details?.license_type;
  if (Array.isArray(missing)) return missing.map(String);
  return missing === undefined ? [] : [String(missing)];
}
