import { Text } from '@mantine/core';
import { sayDay } from '../../../api/time.ts';
import { courseOf, type Rules } from './dunning-draft.ts';
import './settings.css';

/** Days on a line: what becomes of an invoice that nobody pays. */
export function DunningCourse({ rules, since }: { rules: Rules; since: string }) {
  return (
    <ol className="course" aria-label="What an unpaid invoice lives through">
      {courseOf(rules, since).map(({ day, after, happens, isEnd }) => (
        <li key={after} data-end={isEnd}>
          <Text size="sm" fw={600} className="figure">
            {sayDay(day)}
          </Text>
          <Text size="xs" c="dimmed">
            day {after}
          </Text>
          <Text size="sm" {...(isEnd ? { c: 'var(--tk-bad)', fw: 600 } : {})}>
            {happens.join(', ')}
          </Text>
        </li>
      ))}
    </ol>
  );
}
