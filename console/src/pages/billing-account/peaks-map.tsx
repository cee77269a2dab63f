import { Card, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { addDays } from '../../api/time.ts';
import { locale } from '../../words/language.ts';
import { say } from '../../words/say.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
type Weekday = (typeof DAYS)[number];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When ports were needed: the most in use at once, by weekday and hour, over 30 days. */
export function PeaksMap({ board, timeZone }: { board: Schemas['Ports']; timeZone: string }) {
  const peaks = peaksByHour(board.peaks, timeZone);
  if (peaks.size === 0) return null;
  const most = Math.max(...peaks.values());
  const [busiest = 'Mon 0'] = [...peaks].find(([, peak]) => peak === most) ?? [];
  const [day = '', hour = ''] = busiest.split(' ');
  return (
    <Card component="section">
      <Title order={2} size="h4">
        {say('When they are needed')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {say('The most in use at once, by weekday and hour ({timeZone}), over the last 30 days.', {
          timeZone,
        })}
      </Text>
      <div
        className="peaks"
        role="img"
        aria-label={say('Ports in use by weekday and hour: at most {most}, on {day} {hour}:00', {
          most,
          day: sayWeekday(day as Weekday),
          hour,
        })}
      >
        {DAYS.map((weekday) => (
          <div key={weekday} className="peaks-day">
            <span className="peaks-label">{sayWeekday(weekday)}</span>
            {HOURS.map((hour) => {
              const peak = peaks.get(`${weekday} ${hour}`) ?? 0;
              const share = board.total === 0 ? 0 : Math.min(1, peak / board.total);
              return (
                <span
                  key={hour}
                  className="peaks-hour"
                  title={`${sayWeekday(weekday)} ${hour}:00: ${peak}`}
                  style={{ '--share': `${Math.round(100 * share)}%` } as React.CSSProperties}
                />
              );
            })}
          </div>
        ))}
        <div className="peaks-day">
          <span className="peaks-label" />
          {HOURS.map((hour) => (
            <span key={hour} className="peaks-label">
              {hour % 6 === 0 ? hour : ''}
            </span>
          ))}
        </div>
      </div>
    </Card>
  );
}

/** Any Monday. */
const MONDAY = '2024-01-01';

function sayWeekday(weekday: Weekday): string {
  const day = addDays(MONDAY, DAYS.indexOf(weekday));
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(day));
}

function peaksByHour(peaks: Schemas['Ports']['peaks'], timeZone: string): Map<string, number> {
  const format = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  const found = new Map<string, number>();
  for (const { quarter, peak } of peaks) {
    const parts = new Map(
      format.formatToParts(new Date(quarter)).map(({ type, value }) => [type, value]),
    );
    const key = `${parts.get('weekday')} ${Number(parts.get('hour'))}`;
    found.set(key, Math.max(found.get(key) ?? 0, peak));
  }
  return found;
}
