import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';

/** What an employee holds, and the billing account that it comes from or would come from. */
export function useAccountOf(employee: Schemas['Employee'], enabled = true) {
  const held = useQuery({
    queryKey: ['employee-licenses', employee.id],
    enabled,
    queryFn: () => client.get('/v1/employees/{emp}/licenses', { params: { emp: employee.id } }),
  });
  const accounts = useQuery({
    queryKey: ['billing-accounts', employee.company],
    enabled,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: employee.company },
        query: { limit: 100 },
      }),
  });
  // Without licenses the company's oldest account is the one, as admission decides too.
  const accountId = held.data?.billing_account ?? accounts.data?.data[0]?.id;
  return { held, accounts, accountId };
}
