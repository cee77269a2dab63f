import { Divider, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayFigure, sayMoney } from '../api/money.ts';
import { saySentence } from '../api/sentence.ts';
import { say } from '../words/say.ts';
import { MoneyText } from './money-text.tsx';

type Document = Pick<Schemas['UpcomingInvoice'], 'lines' | 'net' | 'taxes' | 'tax' | 'total'>;

/** The lines of a receipt or an invoice, how each amount comes about, and what they come to. */
export function DocumentLines({ document }: { document: Document }) {
  const { lines, net, taxes, tax, total } = document;
  return (
    <Stack gap={0} className="figure">
      <Stack gap={0} component="ul" m={0} p={0} className="rows">
        {lines.map((line) => (
          <Group
            component="li"
            className="row"
            key={`${line.description} ${line.effective_on} ${line.amount.amount}`}
            py={10}
            justify="space-between"
            wrap="nowrap"
            align="flex-start"
          >
            <div>
              <Text size="sm">{saySentence(line.description)}</Text>
              <Text size="xs" c="dimmed">
                {explanationOf(line)}
              </Text>
            </div>
            <MoneyText value={line.amount} fz="sm" />
          </Group>
        ))}
      </Stack>
      <Divider mb="xs" />
      {isZero(tax) ? null : (
        <>
          <Sum label={say('Before tax')} value={net} />
          {taxes.map((one) => (
            <Sum
              key={`${one.name} ${one.rate}`}
              label={`${one.name} ${sayFigure(one.rate)}`}
              value={one.amount}
            />
          ))}
        </>
      )}
      <Group justify="space-between" fw={700}>
        <span>{say('Total')}</span>
        <MoneyText value={total} />
      </Group>
    </Stack>
  );
}

function Sum({ label, value }: { label: string; value: Document['net'] }) {
  return (
    <Group justify="space-between" fz="sm" mb={4}>
      <Text inherit c="dimmed">
        {label}
      </Text>
      <MoneyText value={value} />
    </Group>
  );
}

function explanationOf(line: Document['lines'][number]): string {
  const { quantity, unit_price: price, days_charged: days, days_in_period: all } = line;
  const values = { quantity: sayFigure(quantity), price: sayMoney(price) };
  if (line.meter !== undefined) return say('{quantity} GB × {price}', values);
  if (days === undefined || all === undefined) return say('{quantity} × {price}', values);
  return say('{quantity} × {price}, {days} of {all} days', { ...values, days, all });
}
