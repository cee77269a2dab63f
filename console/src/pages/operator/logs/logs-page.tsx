import { HashTabs } from '../../../parts/hash-tabs.tsx';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { Jobs } from './jobs.tsx';
import { Mails } from './mails.tsx';
import { Webhooks } from './webhooks.tsx';

const VIEWS = [
  { id: 'webhooks', label: say('Webhooks'), Show: Webhooks },
  { id: 'mails', label: say('Mails'), Show: Mails },
  { id: 'jobs', label: say('Due work'), Show: Jobs },
] as const;

/** What went out, what did not, and what did not get done; each can be tried again. */
export function LogsPage() {
  return (
    <>
      <PageHeading
        title={say('Logs')}
        about={say('What was sent and done by itself, and what was not')}
      />
      <HashTabs label={say('Logs')} views={VIEWS}>
        {({ Show }) => <Show />}
      </HashTabs>
    </>
  );
}
