import { Accordion, Card, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '@tollkeeper/sdk';
import { lazy, Suspense } from 'react';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { DocumentLines } from '../../parts/document-lines.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { say } from '../../words/say.ts';

const InvoicesChart = lazy(() => import('./invoices-chart.tsx'));

type Simulation = Schemas['Simulation'];

const CHART_PX = 260;

/** What it would come to: in all, as a picture, and document by document. */
export function Outcome(props: { supposed: Simulation; asItStands: Simulation }) {
  const { supposed, asItStands } = props;
  const { charges, invoices } = supposed;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FigureCard label={say('As supposed')} figure={<MoneyText value={supposed.total} />} />
        <FigureCard
          label={say('As things stand')}
          figure={<MoneyText value={supposed.total_as_things_stand} />}
        />
        <FigureCard
          label={say('The difference')}
          figure={<MoneyText value={supposed.difference} />}
        />
      </SimpleGrid>
      <Card component="section" aria-label={say('Invoices in a picture')} className="no-print">
        <div role="img" aria-label={say('Each invoice as things stand and as supposed')}>
          <Suspense fallback={<Skeleton height={CHART_PX} />}>
            <InvoicesChart supposed={invoices} asItStands={asItStands.invoices} />
          </Suspense>
        </div>
      </Card>
      {charges.length === 0 ? null : (
        <Documents title={say('Charged at once for orders')}>
          {charges.map((charge, index) => (
            // The same day may bear two charges alike; their order is all that tells them apart.
            <Item key={`${charge.on} ${String(index)}`} day={charge.on} document={charge} />
          ))}
        </Documents>
      )}
      <Documents title={say('Invoices')}>
        {invoices.map((invoice, index) => (
          <Item
            key={invoice.due_on}
            day={invoice.due_on}
            document={invoice}
            before={asItStands.invoices[index]?.total}
          />
        ))}
      </Documents>
    </Stack>
  );
}

function Documents({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Card component="section" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Accordion multiple chevronPosition="left">
        {children}
      </Accordion>
    </Card>
  );
}

type Document = Pick<Simulation['invoices'][number], 'lines' | 'net' | 'taxes' | 'tax' | 'total'>;

function Item(props: {
  day: string;
  document: Document;
  /** What it comes to as things stand. */
  before?: Document['total'] | undefined;
}) {
  const { day, document, before } = props;
  const isOther = before !== undefined && before.amount !== document.total.amount;
  return (
    <Accordion.Item value={`${day} ${document.total.amount} ${document.lines.length}`}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" gap="sm" className="figure" fz="sm">
          <span>{sayDay(day)}</span>
          <Group gap="xs" component="span">
            {isOther ? (
              <Text component="del" inherit c="dimmed">
                {sayMoney(before)}
              </Text>
            ) : null}
            <Text component={isOther ? 'ins' : 'span'} inherit fw={600} td="none">
              {sayMoney(document.total)}
            </Text>
          </Group>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        {document.lines.length === 0 ? (
          <Text size="sm">{say('Nothing is charged, so no invoice is made.')}</Text>
        ) : (
          <DocumentLines document={document} />
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
