import { Stack } from '@mantine/core';
import { HashTabs } from '../../../parts/hash-tabs.tsx';
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
        <HashTabs label={say('Views')} views={VIEWS}>
          {({ Show }) => <Show />}
        </HashTabs>
      </Stack>
    </>
  );
}
