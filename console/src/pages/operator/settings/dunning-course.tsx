import { Text } from '@mantine/core';
import { sayList } from '../../../api/list.ts';
import { sayDay } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';
import { courseOf, type Rules } from './dunning-draft.ts';
import './settings.css';

/** Days on a line: what becomes of an invoice that nobody pays. */
export function DunningCourse({ rules, since }: { rules: Rules; since: string }) {
  return (
    <ol className="course" aria-label={say('What an unpaid invoice lives through')}>
      {courseOf(rules, since).map(({ day, after, happens, isEnd }) => (
        <li key={after} data-end={isEnd}>
          <Text size="sm" fw={600} className="figure">
            {sayDay(day)}
          </Text>
          <Text size="xs" c="dimmed">
            {say('day {count, number}', { count: after })}
          </Text>
          <Text size="sm" {...(isEnd ? { c: 'var(--tk-bad)', fw: 600 } : {})}>
            {sayList(happens)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
