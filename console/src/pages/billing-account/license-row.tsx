import { Progress, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { sayDay } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { QuantityBox, whyNotLower } from '../../parts/quantity-box.tsx';
import { said, say } from '../../words/say.ts';
import { PendingTotals } from './pending-totals.tsx';

type License = Schemas['License'];

/** One license type: its figures, its total with − and +, and what a changed total does. */
export function LicenseRow(props: {
  account: string;
  code: string;
  license: License;
  periodEnd: string;
  /** Undefined where the reader may not order. */
  wanted: number | undefined;
  setWanted: (total: number) => void;
}) {
  const { account, code, license, periodEnd, wanted, setWanted } = props;
  return (
    <li className="row license">
      <div className="license-name">
        <Text fw={600}>{license.name}</Text>
        <Text size="sm" c="dimmed">
          {license.unit_price === null
            ? say('no price in this currency')
            : said('{price} a month', { price: <MoneyText value={license.unit_price} /> })}
          {'\u00a0· '}
          {license.kind === 'named' ? say('named') : say('pooled')}
        </Text>
      </div>
      <dl className="license-figures figure">
        <Figure label={say('Total')} value={license.total} strong />
        <Figure label={say('Assigned')} value={license.assigned} />
        <Figure label={say('Available')} value={license.available} />
        <Figure label={say('In use now')} value={license.in_use} />
        <Figure
          label={say('Most in 30 days')}
          value={license.peak_30d === 0 && license.kind === 'named' ? '–' : license.peak_30d}
        />
      </dl>
      {wanted === undefined ? null : (
        <div className="license-wanted">
          <QuantityBox license={license} value={wanted} onChange={setWanted} />
          <FloorNote license={license} />
        </div>
      )}
      <Filling license={license} />
      <PendingTotals account={account} code={code} license={license} />
      {wanted === undefined || wanted === license.total ? null : (
        <Text size="sm" className="license-wide figure" c={wantedColor(license, wanted)}>
          {effectOf(license, wanted, periodEnd)}
        </Text>
      )}
    </li>
  );
}

/** The floor and the contract's end, right where a lower total would be typed. */
function FloorNote({ license: { floor, floor_ends_on: endsOn } }: { license: License }) {
  if (floor === undefined || floor === 0) return null;
  return (
    <Text size="xs" c="dimmed" ta="right" mt={4} className="figure">
      {endsOn === undefined
        ? say('at least {floor}', { floor })
        : say('at least {floor} until {day}', { floor, day: sayDay(endsOn) })}
    </Text>
  );
}

function Figure(props: { label: string; value: number | string; strong?: boolean }) {
  const { label, value, strong = false } = props;
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} {...(strong ? { fw: 700 } : {})}>
        {value}
      </Text>
    </div>
  );
}

/** A named license fills by being assigned, a pooled one by being used. */
function Filling({ license }: { license: License }) {
  const { kind, total, assigned, in_use: inUse, name } = license;
  const taken = kind === 'named' ? assigned : inUse;
  const isFull = kind === 'pooled' && total > 0 && taken >= total;
  return (
    <Progress
      className="license-wide"
      size={4}
      value={total === 0 ? 0 : (100 * taken) / total}
      color={isFull ? 'red.7' : 'ink'}
      aria-label={
        kind === 'named'
          ? say('{taken} of {total} {name} assigned', { taken, total, name })
          : say('{taken} of {total} {name} in use', { taken, total, name })
      }
    />
  );
}

function wantedColor({ floor = 0 }: License, wanted: number): string {
  return wanted < floor ? 'var(--tk-bad)' : 'var(--mantine-color-text)';
}

function effectOf(license: License, wanted: number, periodEnd: string): string {
  const { total, floor = 0 } = license;
  if (wanted < floor) return whyNotLower(license);
  const day = sayDay(periodEnd);
  return wanted > total
    ? say('{count, number} more at once, charged for the days left until {day}.', {
        count: wanted - total,
        day,
      })
    : say('{wanted, number} from {day} on; until then all {total, number} stay usable.', {
        wanted,
        total,
        day,
      });
}
