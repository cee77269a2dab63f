import { useNavigate, useParams } from '@tanstack/react-router';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { ViewTabs } from '../../../parts/view-tabs.tsx';
import { say } from '../../../words/say.ts';
import { Dunning } from './dunning.tsx';
import { Installation } from './installation.tsx';
import { MailSettings } from './mail-settings.tsx';
import { Sellers } from './sellers.tsx';
import { Taxes } from './taxes.tsx';
import { Terms } from './terms.tsx';

const VIEWS = [
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
  const chosen = VIEWS.find(({ id }) => id === section) ?? VIEWS[0];
  return (
    <>
      <PageHeading
        title={say('Settings')}
        about={say('For all companies; every change is a new version')}
      />
      <ViewTabs
        label={say('Settings')}
        views={VIEWS}
        chosen={chosen.id}
        mb="lg"
        onChoose={(next) =>
          void navigate({
            to: '/operator/settings/$section',
            params: { section: next },
            replace: true,
          })
        }
      >
        <chosen.Show />
      </ViewTabs>
    </>
  );
}
