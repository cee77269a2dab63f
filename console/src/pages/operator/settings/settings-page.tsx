import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { Dunning } from './dunning.tsx';
import { Installation } from './installation.tsx';
import { MailSettings } from './mail-settings.tsx';
import { Sellers } from './sellers.tsx';
import { Taxes } from './taxes.tsx';

const TABS = [
  { id: 'sellers', label: 'Sellers', Show: Sellers },
  { id: 'taxes', label: 'Taxes', Show: Taxes },
  { id: 'dunning', label: 'Dunning', Show: Dunning },
  { id: 'mail', label: 'Mail', Show: MailSettings },
  { id: 'installation', label: 'Installation', Show: Installation },
] as const;

/** What holds for all companies: who sells, what is taxed, how debts are dunned, what is mailed. */
export function SettingsPage() {
  const { section = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const chosen = TABS.find(({ id }) => id === section) ?? TABS[0];
  return (
    <>
      <PageHeading title="Settings" about="For all companies; every change is a new version" />
      <Tabs
        value={chosen.id}
        onChange={(next) =>
          void navigate({
            to: '/operator/settings/$section',
            params: { section: next ?? chosen.id },
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="lg" className="tabs" aria-label="Settings">
          {TABS.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={chosen.id}>
          <chosen.Show />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
