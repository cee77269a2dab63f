import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@tollkeeper/sdk';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { DocumentLines } from '../../parts/document-lines.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { Receipts } from '../billing-information/receipts.tsx';
import { BuyerCard } from './buyer-card.tsx';
import { Invoices } from './invoices.tsx';

/** What comes next, and every invoice and receipt with its lines. */
export function DocumentsSection({ details }: { details: Schemas['BillingAccountDetails'] }) {
  const upcoming = useQuery({
    queryKey: ['upcoming-invoice', details.id],
    queryFn: () =>
      client.get('/v1/billing-accounts/{ba}/invoices/upcoming', { params: { ba: details.id } }),
  });
  return (
    <Stack gap="lg">
      <Card component="section">
        <Title order={2} size="h4">
          {say('The next invoice, on {day}', { day: sayDay(details.period.end) })}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {say('Licenses in advance at their coming totals, and this period’s storage so far.')}
        </Text>
        <Loaded query={upcoming} height={240}>
          {(invoice) =>
            invoice.lines.length === 0 ? (
              <Text size="sm">{say('There is nothing to pay: no invoice will be made.')}</Text>
            ) : (
              <DocumentLines document={invoice} />
            )
          }
        </Loaded>
      </Card>
      <Invoices account={details.id} />
      <Receipts account={details.id} />
      <BuyerCard account={details.id} />
    </Stack>
  );
}
