import { Card, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When ports were needed: the most in use at once, by weekday and hour, over 30 days. */
export function PeaksMap({ board, timeZone }: { board: Schemas['Ports']; timeZone: string }) {
  const peaks = peaksByHour(board.peaks, timeZone);
  if (peaks.size === 0) return null;
  const most = Math.max(...peaks.values());
  const [busiest = ''] = [...peaks].find(([, peak]) => peak === most) ?? [];
  return (
    <Card component="section">
      <Title order={2} size="h4">
        When they are needed
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        The most in use at once, by weekday and hour ({timeZone}), over the last 30 days.
      </Text>
      <div
        className="peaks"
        role="img"
        aria-label={`Ports in use by weekday and hour: at most ${most}, on ${busiest}:00`}
      >
        {DAYS.map((day) => (
          <div key={day} className="peaks-day">
            <span className="peaks-label">{day}</span>
            {HOURS.map((hour) => {
              const peak = peaks.get(`${day} ${hour}`) ?? 0;
              const share = board.total === 0 ? 0 : Math.min(1, peak / board.total);
              return (
                <span
                  key={hour}
                  className="peaks-hour"
                  title={`${day} ${hour}:00: ${peak}`}
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
