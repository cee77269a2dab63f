import { NavLink, Stack, Text } from '@mantine/core';
import {
  IconBuilding,
  IconHeadset,
  IconHelpCircle,
  IconReceipt,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useCompany } from '../api/company.ts';
import { client, type Me } from '../api/queries.ts';

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
      {me.operator ? (
        <Item to="/companies" label="Companies" icon={<IconBuilding size={18} aria-hidden />} />
      ) : null}
      {company === undefined ? null : (
        <>
          {seesBilling || me.operator ? null : (
            <Item
              to="/my-access"
              label="What I can do"
              icon={<IconHeadset size={18} aria-hidden />}
            />
          )}
          {seesBilling ? (
            <Item
              to="/billing-information"
              label="Billing Information"
              icon={<IconReceipt size={18} aria-hidden />}
            />
          ) : null}
          {accounts.data?.data.map((account) => (
            <Item
              key={account.id}
              to={`/billing-accounts/${account.id}`}
              label={account.name}
              icon={<IconWallet size={18} aria-hidden />}
              indented
            />
          ))}
          <Item to="/employees" label="Employees" icon={<IconUsers size={18} aria-hidden />} />
          {seesBilling ? (
            <Item to="/ask" label="Ask" icon={<IconHelpCircle size={18} aria-hidden />} />
          ) : null}
        </>
      )}
      {company === undefined && me.operator ? (
        <Text size="sm" c="dimmed" p="sm">
          Choose a company to see its pages.
        </Text>
      ) : null}
    </Stack>
  );
}

function Item(props: { to: string; label: string; icon: React.ReactNode; indented?: boolean }) {
  const { to, label, icon, indented = false } = props;
  const { pathname } = useLocation();
  const here = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      leftSection={icon}
      active={here}
      aria-current={here ? 'page' : undefined}
      pl={indented ? 34 : undefined}
      style={{ borderRadius: 8 }}
    />
  );
}
