import { Stack, Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { PageHeading } from '../../../parts/page-heading.tsx';
import { say } from '../../../words/say.ts';
import { DryRun } from './dry-run.tsx';
import { Failures } from './failures.tsx';
import { Progress } from './progress.tsx';
import { Runs } from './runs.tsx';

const VIEWS = [
  { id: 'failures', label: say('What failed'), Show: Failures },
  { id: 'dry-run', label: say('Dry run'), Show: DryRun },
  { id: 'runs', label: say('Earlier runs'), Show: Runs },
] as const;

/** The renewal run: how far it is, what failed and why, and what the next one would charge. */
export function RenewalsPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const chosen = VIEWS.find(({ id }) => id === hash) ?? VIEWS[0];
  return (
    <>
      <PageHeading
        title={say('Renewals')}
        about={say(
          'One invoice for each account at each period start, by the account’s own midnight',
        )}
      />
      <Stack gap="lg">
        <Progress />
        <Tabs
          value={chosen.id}
          onChange={(view) => void navigate({ to: '.', hash: view ?? '', replace: true })}
          keepMounted={false}
        >
          <Tabs.List mb="md" className="tabs" aria-label={say('Views')}>
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
      </Stack>
    </>
  );
}
