import { Alert, Divider, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';

type Quote = Schemas['Quote'];
type Line = Quote['lines'][number];

/** What the order costs, line by line, and what it makes of each month's bill. */
export function QuoteSummary({
  quote,
  nameOf,
}: {
  quote: Quote;
  nameOf: (code: string) => string;
}) {
  const sameEachMonth = quote.recurring_now.amount === quote.recurring_next.amount;
  return (
    <Stack gap="sm">
      {quote.lines.map((line) => (
        <Group
          key={`${line.kind} ${line.license_type ?? ''}`}
          justify="space-between"
          align="flex-start"
          wrap="nowrap"
        >
          <div>
            <Text size="sm" fw={600}>
              {titleOf(line, nameOf)}
            </Text>
            <Text size="xs" c="dimmed" className="figure">
              {explanationOf(line)}
            </Text>
          </div>
          <MoneyText value={line.amount} fz="sm" />
        </Group>
      ))}
      {quote.cancels_pending.map((pending) => (
        <Alert
          key={pending.license_type}
          icon={<IconInfoCircle aria-hidden />}
          py="xs"
          title={`Cancels the pending decrease of ${nameOf(pending.license_type)}`}
        >
          It would have been {pending.total} from {sayDay(pending.effective_on)}.
        </Alert>
      ))}
      <Divider />
      {isZero(quote.tax) ? null : <Sum label="Tax" value={quote.tax} />}
      <Sum label="Due now" value={quote.due_now} strong />
      <Sum
        label={sameEachMonth ? 'Each month, as before' : 'Each month from now on'}
        value={quote.recurring_next}
      />
      {sameEachMonth ? null : (
        <Text size="xs" c="dimmed" ta="right">
          instead of <MoneyText value={quote.recurring_now} />, before tax
        </Text>
      )}
    </Stack>
  );
}

function Sum(props: { label: string; value: Quote['tax']; strong?: boolean }) {
  const { label, value, strong = false } = props;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text fw={strong ? 700 : 500} size={strong ? 'md' : 'sm'}>
        {label}
      </Text>
      <MoneyText value={value} fw={strong ? 700 : 500} fz={strong ? 'md' : 'sm'} />
    </Group>
  );
}

function titleOf(line: Line, nameOf: (code: string) => string): string {
  const name = nameOf(line.license_type ?? '');
  switch (line.kind) {
    case 'minutes':
      return 'Dialer minutes';
    case 'license_increase':
      return `+${line.quantity} ${name}`;
    default:
      return `−${line.quantity} ${name}, from ${sayDay(line.effective_on)}`;
  }
}

function explanationOf(line: Line): string {
  switch (line.kind) {
    case 'minutes':
      return 'On the balance when the payment has gone through';
    case 'license_increase':
      return (
        `${line.from} → ${line.to}, ${line.days_charged} of ${line.days_in_period} days ` +
        'of this billing period'
      );
    default:
      return `${line.from} → ${line.to}; usable until then, and nothing is credited`;
  }
}
