import { Alert, Divider, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { say } from '../../words/say.ts';
import { explanationOf, titleOf } from './line-text.ts';
import type { Wanted } from './wanted.ts';

type Quote = Schemas['Quote'];

/** What the order costs, line by line, and what it makes of each month's bill. */
export function QuoteSummary(props: {
  quote: Quote;
  nameOf: (code: string) => string;
  losers: Wanted['losers'];
}) {
  const { quote, nameOf, losers } = props;
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
          title={say('Cancels the pending decrease of {name}', {
            name: nameOf(pending.license_type),
          })}
        >
          {say('It would have been {total} from {day}.', {
            total: pending.total,
            day: sayDay(pending.effective_on),
          })}
        </Alert>
      ))}
      <Unassigned quote={quote} nameOf={nameOf} losers={losers} />
      <Divider />
      {isZero(quote.tax) ? null : <Sum label={say('Tax')} value={quote.tax} />}
      <Group justify="space-between" wrap="nowrap" align="baseline">
        <Text fw={700}>{say('Due now')}</Text>
        <MoneyText value={quote.due_now} fw={700} fz={24} lh={1.2} />
      </Group>
      <Recurring quote={quote} />
    </Stack>
  );
}

function Recurring({ quote: { recurring_now: now, recurring_next: next } }: { quote: Quote }) {
  if (now.amount === next.amount) return <Sum label={say('Each month, as before')} value={now} />;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" fz="sm">
        <span>{say('Each month')}</span>
        <span>
          <MoneyText value={now} c="dimmed" /> → <MoneyText value={next} fw={600} />
        </span>
      </Group>
      <Text size="xs" c="dimmed" ta="right">
        {say('licenses before tax, from the next renewal')}
      </Text>
    </div>
  );
}

function Sum({ label, value }: { label: string; value: Quote['tax'] }) {
  return (
    <Group justify="space-between" wrap="nowrap" fz="sm">
      <span>{label}</span>
      <MoneyText value={value} />
    </Group>
  );
}

function Unassigned(props: Parameters<typeof QuoteSummary>[0]) {
  const { quote, nameOf, losers } = props;
  const [first] = quote.unassigns;
  if (first === undefined) return null;
  const known = new Map(
    Object.values(losers).flatMap((all) => all.map(({ employee, name }) => [employee, name])),
  );
  return (
    <Alert
      color="orange"
      py="xs"
      title={say('Taken away on {day}', { day: sayDay(first.effective_on) })}
    >
      {quote.unassigns.map(({ license_type: code, employee }) => (
        <div key={`${employee} ${code}`}>{lossOf(nameOf(code), known.get(employee))}</div>
      ))}
    </Alert>
  );
}

function lossOf(license: string, name: string | undefined): string {
  return name === undefined
    ? say('{license} from an employee', { license })
    : say('{license} from {name}', { license, name });
}

/** The same order has another price than when it was first shown. */
export function FiguresChanged({ before, now }: { before: Quote; now: Quote }) {
  const rows = [
    [say('Due now'), before.due_now, now.due_now],
    [say('Each month'), before.recurring_next, now.recurring_next],
  ] as const;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={say('The figures have changed')}
      mb="md"
    >
      {rows.map(([label, was, is]) => (
        <Text key={label} size="sm">
          {was.amount === is.amount
            ? say('{label}: {amount}, as before.', { label, amount: sayMoney(is) })
            : say('{label}: {was} before, {is} now.', {
                label,
                was: sayMoney(was),
                is: sayMoney(is),
              })}
        </Text>
      ))}
      <Text size="sm">{say('Nothing was charged.')}</Text>
    </Alert>
  );
}
