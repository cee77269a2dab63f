import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { Dunning } from './dunning.tsx';
import { Installation } from './installation.tsx';
import { MailSettings } from './mail-settings.tsx';
import { Sellers } from './sellers.tsx';
import { Taxes } from './taxes.tsx';
import { Terms } from './terms.tsx';

const TABS = [
  { id: 'sellers', label: say('Sellers'), Show: Sellers },
  { id: 'taxes', label: say('Taxes'), Show: Taxes },
  { id: 'dunning', label: say('Dunning'), Show: Dunning },
  { id: 'terms', label: say('Terms'), Show: Terms },
  { id: 'mail', label: say('Mail'), Show: MailSettings },
  { id: 'installation', label: say('Installation'), Show: Installation },
] as const;

/** What holds for all companies: who sells, what is taxed, how debts are dunned, what is mailed. */
export function SettingsPage() {
  const { section = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const chosen = TABS.find(({ id }) => id === section) ?? TABS[0];
  return (
    <>
      <PageHeading
        title={say('Settings')}
        about={say('For all companies; every change is a new version')}
      />
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
        <Tabs.List mb="lg" className="tabs" aria-label={say('Settings')}>
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
