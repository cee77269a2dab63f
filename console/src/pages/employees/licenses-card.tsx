import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, refresh, useMe } from '../../api/queries.ts';
import { sayDay, sayInstant } from '../../api/time.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useAccountOf } from './account-of.ts';
import { AssignDialog } from './assign-dialog.tsx';

type License = Schemas['License'];

/** Which licenses the employee holds, and what is free to give. */
export function LicensesCard({ employee }: { employee: Schemas['Employee'] }) {
  const { held, accountId } = useAccountOf(employee);
  const account = useQuery({
    queryKey: ['billing-account', accountId],
    enabled: accountId !== undefined,
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: accountId ?? '' } }),
  });
  return (
    <Card h="100%" component="section" aria-label="Licenses">
      <Title order={2} size="h4" mb={2}>
        Licenses
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {account.data === undefined ? 'From the billing account' : `From ${account.data.name}`}
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
  held: Schemas['EmployeeLicenses']['licenses'][number] | undefined;
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
          {held === undefined ? freeText(license) : `since ${sayInstant(held.assigned_at)}`}
          {held?.ends_at == null ? '' : `, ends ${sayDay(held.ends_at.slice(0, 10))}`}
        </Text>
      </div>
      {mayAssign ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => setOpen(held === undefined ? 'assign' : 'unassign')}
          aria-label={`${held === undefined ? 'Assign' : 'Unassign'} ${license.name}`}
        >
          {held === undefined ? 'Assign' : 'Unassign'}
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
  if (kind === 'pooled') return `not held · shared pool of ${total}`;
  const free = total - assigned;
  return free > 0 ? `not held · ${free} free` : `not held · all ${total} assigned`;
}

function UnassignDialog(props: {
  code: string;
  license: License;
  employee: Schemas['Employee'];
  onClose: () => void;
}) {
  const { code, license, employee, onClose } = props;
  const unassign = async (authorizedBy: TypedName) => {
    await client.delete('/v1/employees/{emp}/licenses/{code}', {
      params: { emp: employee.id, code },
      body: { with_required: true },
      authorizedBy,
    });
    await refresh();
    notifications.show({ message: `${license.name} was taken from ${employee.first_name}.` });
  };
  return (
    <AuthorizeDialog
      title={`Unassign ${license.name}`}
      confirm={`Unassign from ${employee.first_name}`}
      onConfirm={unassign}
      onClose={onClose}
    >
      Licenses that need {license.name} go along. The total of {license.total} that you pay for
      stays as it is until you lower it.
    </AuthorizeDialog>
  );
}
