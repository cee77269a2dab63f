import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { sayList } from '../../api/list.ts';
import { client, refresh } from '../../api/queries.ts';
import { AuthorizeDialog, type TypedName } from '../../parts/authorize.tsx';
import { say } from '../../words/say.ts';
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
  const name = employee.first_name;
  const licenses = sayList(missing.map((code) => account.data?.licenses[code]?.name ?? code));
  const assign = async (authorizedBy: TypedName) => {
    for (const code of missing) {
      await client.put('/v1/employees/{emp}/licenses/{code}', {
        params: { emp: employee.id, code },
        body: { billing_account: accountId ?? '', with_required: true },
        authorizedBy,
      });
    }
    await refresh();
    notifications.show({ message: say('{name} now holds {licenses}.', { name, licenses }) });
  };
  return (
    <AuthorizeDialog
      title={say('Assign {licenses}', { licenses })}
      confirm={say('Assign to {name}', { name })}
      onConfirm={assign}
      onClose={onClose}
    >
      {aboutOf(`${name} ${employee.last_name}`, licenses, account.data?.name)}
    </AuthorizeDialog>
  );
}

function aboutOf(name: string, licenses: string, account: string | undefined): string {
  return account === undefined
    ? say(
        '{name} gets {licenses} and whatever that requires, from the billing account. Nothing is charged: there is room in what you pay for already.',
        { name, licenses },
      )
    : say(
        '{name} gets {licenses} and whatever that requires, from {account}. Nothing is charged: there is room in what you pay for already.',
        { name, licenses, account },
      );
}
