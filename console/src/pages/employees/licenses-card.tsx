import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayDay, sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { useAccountOf } from './account-of.ts';
import { AssignDialog } from './assign-dialog.tsx';

type License = Schemas['License'];
type Held = Schemas['EmployeeLicenses']['licenses'][number];

/** Which licenses the employee holds, and what is free to give. */
export function LicensesCard({ employee }: { employee: Schemas['Employee'] }) {
  const { held, accountId } = useAccountOf(employee);
  const account = useQuery({
    queryKey: ['billing-account', accountId],
    enabled: accountId !== undefined,
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: accountId ?? '' } }),
  });
  return (
    <Card h="100%" component="section" aria-label={say('Licenses')}>
      <Title order={2} size="h4" mb={2}>
        {say('Licenses')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {account.data === undefined
          ? say('From the billing account')
          : say('From {account}', { account: account.data.name })}
      </Text>
      <Loaded query={account} height={260}>
        {({ licenses }) => (
          <Stack gap={0} className="rows" component="ul" m={0} p={0}>
            {Object.entries(licenses).map(([code, license]) => (
              <LicenseRow
                key={code}
                code={code}
                license={license}
                employee={employee}
                held={held.data?.licenses.find((one) => one.license_type === code)}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function LicenseRow(props: {
  code: string;
  license: License;
  employee: Schemas['Employee'];
  held: Held | undefined;
}) {
  const { code, license, employee, held } = props;
  const { data: me } = useMe();
  const [open, setOpen] = useState<'assign' | 'unassign'>();
  const mayAssign = me?.permissions.includes('licenses.assign') === true && !employee.hidden;
  const close = () => setOpen(undefined);
  return (
    <Group component="li" className="row" py="sm" justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {license.name}
        </Text>
        <Text size="xs" c="dimmed" className="figure">
          {held === undefined ? freeText(license) : heldText(held)}
        </Text>
      </div>
      {mayAssign ? (
        <Button
          size="xs"
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => setOpen(held === undefined ? 'assign' : 'unassign')}
          aria-label={
            held === undefined
              ? say('Assign {licenses}', { licenses: license.name })
              : say('Unassign {license}', { license: license.name })
          }
        >
          {held === undefined ? say('Assign') : say('Unassign')}
        </Button>
      ) : null}
      {open === 'assign' ? (
        <AssignDialog employee={employee} missing={[code]} onClose={close} />
      ) : null}
      {open === 'unassign' ? (
        <UnassignDialog code={code} license={license} employee={employee} onClose={close} />
      ) : null}
    </Group>
  );
}

function freeText({ kind, total, assigned }: License): string {
  if (kind === 'pooled') return say('not held · shared pool of {total}', { total });
  const free = total - assigned;
  return free > 0
    ? say('not held · {count} free', { count: free })
    : say('not held · all {total} assigned', { total });
}

function heldText({ assigned_at: from, ends_at: end }: Held): string {
  const time = sayInstant(from);
  return end == null
    ? say('since {time}', { time })
    : say('since {time}, ends {day}', { time, day: sayDay(end.slice(0, 10)) });
}

function UnassignDialog(props: {
  code: string;
  license: License;
  employee: Schemas['Employee'];
  onClose: () => void;
}) {
  const { code, license, employee, onClose } = props;
  const name = employee.first_name;
  const unassign = async (authorizedBy: TypedName) => {
    await client.delete('/v1/employees/{emp}/licenses/{code}', {
      params: { emp: employee.id, code },
      body: { with_required: true },
      authorizedBy,
    });
    await refresh();
    notifications.show({
      message: say('{license} was taken from {name}.', { license: license.name, name }),
    });
  };
  return (
    <AuthorizeDialog
      title={say('Unassign {license}', { license: license.name })}
      confirm={say('Unassign from {name}', { name })}
      onConfirm={unassign}
      onClose={onClose}
    >
      {say(
        'Licenses that need {license} go along. The total of {total} that you pay for stays as it is until you lower it.',
        { license: license.name, total: license.total },
      )}
    </AuthorizeDialog>
  );
}
