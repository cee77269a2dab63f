import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
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
  const { hash } = useLocation();
  const navigate = useNavigate();
  const chosen = VIEWS.find(({ id }) => id === hash) ?? VIEWS[0];
  return (
    <>
      <PageHeading
        title={say('Logs')}
        about={say('What was sent and done by itself, and what was not')}
      />
      <Tabs
        value={chosen.id}
        onChange={(view) => void navigate({ to: '.', hash: view ?? '', replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className="tabs" aria-label={say('Logs')}>
          {VIEWS.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {VIEWS.map(({ id, Show }) => (
          <Tabs.Panel key={id} value={id}>
            <Show />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
