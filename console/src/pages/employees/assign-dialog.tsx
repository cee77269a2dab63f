import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { useAccountOf } from './account-of.ts';

/** Assigns licenses to an employee, with whatever those require. */
export function AssignDialog(props: {
  employee: Schemas['Employee'];
  missing: readonly string[];
  onClose: () => void;
}) {
  const { employee, missing, onClose } = props;
  const { accountId } = useAccountOf(employee);
  const account = useQuery({
    queryKey: ['billing-account', accountId],
    enabled: accountId !== undefined,
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: accountId ?? '' } }),
  });
  const names = missing.map((code) => account.data?.licenses[code]?.name ?? code).join(' and ');
  const assign = async (authorizedBy: TypedName) => {
    for (const code of missing) {
      await client.put('/v1/employees/{emp}/licenses/{code}', {
        params: { emp: employee.id, code },
        body: { billing_account: accountId ?? '', with_required: true },
        authorizedBy,
      });
    }
    await refresh();
    notifications.show({ message: `${employee.first_name} now holds ${names}.` });
  };
  return (
    <AuthorizeDialog
      title={`Assign ${names}`}
      confirm={`Assign to ${employee.first_name}`}
      onConfirm={assign}
      onClose={onClose}
    >
      {employee.first_name} {employee.last_name} gets {names} and whatever that requires, from{' '}
      {account.data?.name ?? 'the billing account'}. Nothing is charged: there is room in what you
      pay for already.
    </AuthorizeDialog>
  );
}
