import { Accordion, Anchor, Badge, Card, Group, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { isNegative, isZero, sayMoney } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import { sayDay } from '../../../api/time.ts';
import { usePages } from '../../../api/use-pages.ts';
import { DocumentLines } from '../../../parts/document-lines.tsx';
import { MorePages } from '../../../parts/more-pages.tsx';
import { say } from '../../../words/say.ts';

type Comparison = Schemas['RenewalComparison'];

const DAY_MS = 86_400_000;
const AHEAD = [
  { value: '0', label: say('what is due now') },
  { value: '1', label: say('the next day') },
  { value: '7', label: say('the next 7 days') },
  { value: '31', label: say('the next 31 days') },
];

/** What the coming renewals would charge, beside each account's last one. Changes nothing. */
export function DryRun() {
  const [days, setDays] = useState('7');
  const [now] = useState(() => Date.now());
  const until = new Date(now + Number(days) * DAY_MS).toISOString();
  const drafts = usePages(['renewal-preview', until], (from) =>
    client.get('/v1/renewal-runs/preview', { query: { limit: 20, until, ...from } }),
  );
  return (
    <>
      <Select
        label={say('Renewals of')}
        data={AHEAD}
        value={days}
        allowDeselect={false}
        onChange={(value) => setDays(value ?? '7')}
        maw={260}
        mb="md"
      />
      <MorePages query={drafts} empty={say('No renewal comes in that time.')}>
        {(rows) => (
          <Card>
            <Accordion multiple chevronPosition="left">
              {rows.map((row) => (
                <Draft key={row.billing_account} draft={row} />
              ))}
            </Accordion>
          </Card>
        )}
      </MorePages>
    </>
  );
}

function Draft({ draft }: { draft: Comparison }) {
  const { previous, difference } = draft;
  return (
    <Accordion.Item value={draft.billing_account}>
      <Accordion.Control>
        <Group justify="space-between" gap="sm" className="figure" fz="sm">
          <Group gap="xs" component="span">
            <Text inherit span fw={600}>
              {draft.name}
            </Text>
            <span>{sayDay(draft.period.start)}</span>
            {isZero(difference) ? null : (
              <Badge color={isNegative(difference) ? 'teal' : 'orange'}>
                {isNegative(difference) ? '' : '+'}
                {sayMoney(difference)}
              </Badge>
            )}
          </Group>
          <Text inherit span fw={600}>
            {sayMoney(draft.total)}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <DocumentLines document={draft} />
        <Anchor component={Link} to={`/operator/companies/${draft.company}`} size="sm">
          {say('Open its company')}
        </Anchor>
        <Text size="sm" c="dimmed" mt="xs">
          {previous === null
            ? say('This is the first renewal of this account.')
            : say('The last one, {number}, was {amount}.', {
                number: previous.number,
                amount: sayMoney(previous.total),
              })}
        </Text>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
