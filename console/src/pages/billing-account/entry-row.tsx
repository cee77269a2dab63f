import { Anchor, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useId, useState } from 'react';
import { useCatalog } from '../../api/catalog.ts';
import { isNegative, type Money, sayMoney } from '../../api/money.ts';
import { sayInstant, saySeconds } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { say } from '../../words/say.ts';
import { sayRate } from './rate-words.ts';

type Entry = Schemas['MinutesEntry'];
type Usage = Schemas['MinutesUsage'];

const KINDS: Record<Entry['kind'], string> = {
  purchase: say('Purchase'),
  usage: say('Call or message'),
  refund: say('Refund'),
  reversal: say('Reversal'),
};

/** One movement. A call or message opens to how long it was, its rate, and what was held. */
export function EntryRow({ entry, columns }: { entry: Entry; columns: number }) {
  const [open, setOpen] = useState(false);
  const { activityName } = useCatalog();
  const panel = useId();
  const { usage } = entry;
  const what = usage === null ? KINDS[entry.kind] : activityName(usage.activity);
  return (
    <>
      <tr>
        <Table.Td className="figure entries-when">{sayInstant(entry.occurred_at)}</Table.Td>
        <Table.Td>
          {usage === null ? (
            what
          ) : (
            <UnstyledButton
              className="opens"
              fz="sm"
              aria-expanded={open}
              aria-controls={panel}
              onClick={() => setOpen(!open)}
            >
              {what}
              <IconChevronRight size={14} aria-hidden className="opens-mark" />
            </UnstyledButton>
          )}
          {entry.reason === null ? null : (
            <Text span size="sm" c="dimmed">
              {' '}
              {entry.reason}
            </Text>
          )}
        </Table.Td>
        <Table.Td visibleFrom="sm" className="figure">
          {usage?.destination ?? ''}
        </Table.Td>
        <Table.Td ta="right" className="figure">
          <Amount entry={entry} />
        </Table.Td>
        <Table.Td ta="right" visibleFrom="xs">
          <MoneyText value={entry.balance} />
        </Table.Td>
      </tr>
      {open && usage !== null ? (
        <tr id={panel}>
          <Table.Td colSpan={columns} className="opened">
            <UsageDetails usage={usage} entry={entry} />
          </Table.Td>
        </tr>
      ) : null}
    </>
  );
}

function Amount({ entry: { amount } }: { entry: Entry }) {
  if (isNegative(amount)) return sayMoney(amount);
  return (
    <Text span inherit c="var(--tk-good)" fw={600}>
      +{sayMoney(amount)}
    </Text>
  );
}

function UsageDetails({ usage, entry }: { usage: Usage; entry: Entry }) {
  return (
    <dl className="facts figure">
      <Fact name={say('Who')}>
        {usage.employee === null ? (
          say('No employee')
        ) : (
          <Anchor component={Link} to={`/employees/${usage.employee}`} inherit dir="auto">
            {usage.name ?? usage.employee}
          </Anchor>
        )}
      </Fact>
      <Fact name={say('Number')}>{usage.destination ?? '–'}</Fact>
      <Fact name={say('Used')}>{usedText(usage)}</Fact>
      <Fact name={say('Rate')}>{usage.rate === null ? '–' : sayRate(usage.rate)}</Fact>
      <Fact name={say('Held for it')}>{sayMoney(usage.held)}</Fact>
      <Fact name={say('Charged')}>{sayMoney(positive(entry.amount))}</Fact>
      <Fact name={say('Reference')}>{entry.subject}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

function usedText({ used_segments: segments, used_seconds: seconds }: Usage): string {
  if (segments === null || segments === 0) return saySeconds(seconds);
  return say('{count, plural, one {# segment} other {# segments}}', { count: segments });
}

const positive = ({ amount, currency }: Money): Money => ({
  amount: amount.replace('-', ''),
  currency,
});
