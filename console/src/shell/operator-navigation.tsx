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
import { say } from '../words/say.ts';
import { NavigationItem } from './navigation-item.tsx';

const PAGES = [
  { to: '/companies', label: say('Companies'), Icon: IconBuilding },
  { to: '/operator/dunning', label: say('Past due'), Icon: IconAlertOctagon },
  { to: '/operator/renewals', label: say('Renewals'), Icon: IconCalendarRepeat },
  { to: '/operator/catalog', label: say('Catalog'), Icon: IconTags },
  { to: '/operator/reports', label: say('Reports'), Icon: IconChartBar },
  { to: '/operator/logs', label: say('Logs'), Icon: IconListCheck },
  { to: '/operator/keys', label: say('API keys'), Icon: IconKey },
  {
    to: '/operator/settings/sellers',
    under: '/operator/settings',
    label: say('Settings'),
    Icon: IconSettings,
  },
  { to: '/staff', label: say('Staff'), Icon: IconUserShield },
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
