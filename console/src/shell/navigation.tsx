import { Stack, Text } from '@mantine/core';
import {
  IconHeadset,
  IconHelpCircle,
  IconKey,
  IconReceipt,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCompany } from '../api/company.ts';
import { client, type Me } from '../api/queries.ts';
import { say } from '../words/say.ts';
import { NavigationItem } from './navigation-item.tsx';
import { OperatorNavigation } from './operator-navigation.tsx';

/** The pages, and below Billing Information each billing account by its name. */
export function Navigation({ me }: { me: Me }) {
  const { company } = useCompany();
  const seesBilling = me.permissions.includes('billing.view');
  const accounts = useQuery({
    queryKey: ['billing-accounts', company],
    enabled: company !== undefined && seesBilling,
    queryFn: () =>
      client.get('/v1/companies/{co}/billing-accounts', {
        params: { co: company ?? '' },
        query: { limit: 100 },
      }),
  });
  return (
    <Stack gap={4}>
      {me.operator ? <OperatorNavigation /> : null}
      {company === undefined ? null : (
        <>
          {seesBilling || me.operator ? null : (
            <NavigationItem
              to="/my-access"
              label={say('What I can do')}
              icon={<IconHeadset size={18} aria-hidden />}
            />
          )}
          {seesBilling ? (
            <NavigationItem
              to="/billing-information"
              label={say('Billing Information')}
              icon={<IconReceipt size={18} aria-hidden />}
            />
          ) : null}
          {accounts.data?.data.map((account) => (
            <NavigationItem
              key={account.id}
              to={`/billing-accounts/${account.id}`}
              label={account.name}
              icon={<IconWallet size={18} aria-hidden />}
              indented
            />
          ))}
          <NavigationItem
            to="/employees"
            label={say('Employees')}
            icon={<IconUsers size={18} aria-hidden />}
          />
          {seesBilling ? (
            <NavigationItem
              to="/ask"
              label={say('Ask')}
              icon={<IconHelpCircle size={18} aria-hidden />}
            />
          ) : null}
          {mayDoEverything(me) ? (
            <NavigationItem
              to="/single-sign-on"
              label={say('Single sign-on')}
              icon={<IconKey size={18} aria-hidden />}
            />
          ) : null}
        </>
      )}
      {company === undefined && me.operator ? (
        <Text size="sm" c="dimmed" p="sm">
          {say('Choose a company to see its pages.')}
        </Text>
      ) : null}
    </Stack>
  );
}

/** How a company's people sign in is an Administrator's to say. */
function mayDoEverything({ permissions }: Me): boolean {
  return permissions.includes('billing.manage') && permissions.includes('employees.manage');
}
