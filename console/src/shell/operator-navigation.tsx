import { Divider } from '@mantine/core';
import {
  IconAlertOctagon,
  IconBuilding,
  IconCalendarRepeat,
  IconChartBar,
  IconKey,
  IconListCheck,
  IconSettings,
  IconTags,
  IconUserShield,
} from '@tabler/icons-react';
import { NavigationItem } from './navigation-item.tsx';

const PAGES = [
  { to: '/companies', label: 'Companies', Icon: IconBuilding },
  { to: '/operator/dunning', label: 'Past due', Icon: IconAlertOctagon },
  { to: '/operator/renewals', label: 'Renewals', Icon: IconCalendarRepeat },
  { to: '/operator/catalog', label: 'Catalog', Icon: IconTags },
  { to: '/operator/reports', label: 'Reports', Icon: IconChartBar },
  { to: '/operator/logs', label: 'Logs', Icon: IconListCheck },
  { to: '/operator/keys', label: 'API keys', Icon: IconKey },
  {
    to: '/operator/settings/sellers',
    under: '/operator/settings',
    label: 'Settings',
    Icon: IconSettings,
  },
  { to: '/staff', label: 'Staff', Icon: IconUserShield },
] as const;

/** What the operator's staff looks after, above the pages of the chosen company. */
export function OperatorNavigation() {
  return (
    <>
      {PAGES.map(({ Icon, ...page }) => (
        <NavigationItem key={page.to} {...page} icon={<Icon size={18} aria-hidden />} />
      ))}
      <Divider my="xs" />
    </>
  );
}
