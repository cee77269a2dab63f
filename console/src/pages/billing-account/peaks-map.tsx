import { Card, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { addDays } from '../../api/time.ts';
import { locale } from '../../words/language.ts';
import { say } from '../../words/say.ts';

/** Of a week that begins on Monday. */
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When ports were needed: the most in use at once, by weekday and hour, over 30 days. */
export function PeaksMap({ board, timeZone }: { board: Schemas['Ports']; timeZone: string }) {
  const peaks = peaksByHour(board.peaks, timeZone);
  if (peaks.size === 0) return null;
  const most = Math.max(...peaks.values());
  const [busiest = '0 0'] = [...peaks].find(([, peak]) => peak === most) ?? [];
  const [busyDay = 0, busyHour = 0] = busiest.split(' ').map(Number);
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
          day: sayWeekday(busyDay),
          hour: busyHour,
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

function sayWeekday(day: number): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(addDays(MONDAY, day)));
}

/** The highest peak of each weekday and hour, by `0 14`: Monday from 14:00 on. */
function peaksByHour(peaks: Schemas['Ports']['peaks'], timeZone: string): Map<string, number> {
  const format = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  const found = new Map<string, number>();
  for (const { quarter, peak } of peaks) {
    const parts = format.formatToParts(new Date(quarter));
    const of = (kind: string) => Number(parts.find(({ type }) => type === kind)?.value);
    const sundayFirst = new Date(Date.UTC(of('year'), of('month') - 1, of('day'))).getUTCDay();
    const key = `${(sundayFirst + 6) % DAYS.length} ${of('hour')}`;
    found.set(key, Math.max(found.get(key) ?? 0, peak));
  }
  return found;
}
