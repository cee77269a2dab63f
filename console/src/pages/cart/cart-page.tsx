import { Card, Grid, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useEffect, useState } from 'react';
import { client } from '../../api/queries.ts';
import { sayDay } from '../../api/time.ts';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { QuantityBox } from '../../parts/quantity-box.tsx';
import { OrderDone } from './order-done.tsx';
import { PayForm } from './pay-form.tsx';
import { QuoteSummary } from './quote-summary.tsx';
import { type CartOrder, isAmount, orderOf, type Wanted, wantedOf } from './wanted.ts';

type Details = Schemas['BillingAccountDetails'];

/** Totals and minutes on one side, what they cost to the cent on the other. */
export function CartPage() {
  const { account } = useParams({ from: '/shell/billing-accounts/$account/cart' });
  const details = useQuery({
    queryKey: ['billing-account', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account } }),
  });
  return (
    <>
      <PageHeading
        title="Order"
        about={details.data === undefined ? 'Licenses and minutes' : `For ${details.data.name}`}
      />
      <Loaded query={details} height={420}>
        {(data) => <Cart details={data} />}
      </Loaded>
    </>
  );
}

function Cart({ details }: { details: Details }) {
  const search = useSearch({ from: '/shell/billing-accounts/$account/cart' });
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(search, details.licenses));
  const [done, setDone] = useState<Schemas['Order']>();
  if (done !== undefined) {
    const again = () => {
      setWanted({ totals: {}, minutes: '', effectiveOn: undefined });
      setDone(undefined);
    };
    return <OrderDone order={done} account={details.id} again={again} />;
  }
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <LicenseTotals details={details} wanted={wanted} setWanted={setWanted} />
          <MinutesAmount details={details} wanted={wanted} setWanted={setWanted} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Checkout details={details} wanted={wanted} onDone={setDone} />
      </Grid.Col>
    </Grid>
  );
}

interface PartProps {
  readonly details: Details;
  readonly wanted: Wanted;
  readonly setWanted: (wanted: Wanted) => void;
}

function LicenseTotals({ details, wanted, setWanted }: PartProps) {
  return (
    <Card component="section" aria-label="Licenses">
      <Title order={2} size="h4" mb="xs">
        Licenses
      </Title>
      {Object.entries(details.licenses).map(([code, license]) => (
        <Group key={code} py="sm" justify="space-between" className="row">
          <div>
            <Text fw={600} size="sm">
              {license.name}
            </Text>
            <Text size="xs" c="dimmed" className="figure">
              {license.unit_price === null ? (
                'no price in this currency'
              ) : (
                <>
                  <MoneyText value={license.unit_price} /> a month ·{' '}
                </>
              )}
              {license.total} now, {license.assigned} assigned
              {license.floor === undefined ? '' : `, at least ${license.floor} by contract`}
              {license.pending === undefined
                ? ''
                : `, ${license.pending.total} from ${sayDay(license.pending.effective_on)}`}
            </Text>
          </div>
          <QuantityBox
            license={license}
            value={wanted.totals[code] ?? license.total}
            onChange={(total) =>
              setWanted({ ...wanted, totals: { ...wanted.totals, [code]: total } })
            }
          />
        </Group>
      ))}
    </Card>
  );
}

function MinutesAmount({ details, wanted, setWanted }: PartProps) {
  const wrong = wanted.minutes !== '' && !isAmount(wanted.minutes);
  return (
    <Card component="section" aria-label="Dialer minutes">
      <Title order={2} size="h4" mb={4}>
        Dialer minutes
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <MoneyText value={details.minutes.available} /> is available now. Minutes never expire.
      </Text>
      <TextInput
        label={`Amount in ${details.currency}`}
        placeholder="100.00"
        inputMode="decimal"
        maw={220}
        value={wanted.minutes}
        onChange={(event) => setWanted({ ...wanted, minutes: event.currentTarget.value.trim() })}
        error={wrong ? 'An amount such as 100.00' : undefined}
      />
    </Card>
  );
}

function Checkout(props: {
  details: Details;
  wanted: Wanted;
  onDone: (order: Schemas['Order']) => void;
}) {
  const { details, wanted, onDone } = props;
  const [settled] = useDebouncedValue(wanted, 250);
  const order = orderOf(settled, details.licenses);
  const quote = useQuote(details.id, order);
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  return (
    <Card
      component="section"
      aria-label="Summary"
      aria-live="polite"
      style={{ position: 'sticky', top: 72 }}
    >
      <Title order={2} size="h4" mb="md">
        Summary
      </Title>
      {order === undefined ? (
        <Text c="dimmed" size="sm">
          Change a total or type an amount, and what it costs appears here. Asking costs nothing.
        </Text>
      ) : quote.error !== null ? (
        <Failed error={quote.error} />
      ) : quote.data === undefined ? (
        <Skeleton height={260} aria-label="Working out the price" />
      ) : (
        <Stack gap="lg">
          <QuoteSummary quote={quote.data} nameOf={nameOf} />
          <PayForm quote={quote.data} requote={quote.refetch} onDone={onDone} />
        </Stack>
      )}
    </Card>
  );
}

/** The price of an order, asked anew when the order changes and before the quote ends. */
function useQuote(account: string, order: CartOrder | undefined) {
  const quote = useQuery({
    queryKey: ['quote', account, order],
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: () =>
      client.post('/v1/billing-accounts/{ba}/quotes', {
        params: { ba: account },
        body: { totals: {}, ...order },
      }),
  });
  const { data, refetch } = quote;
  useEffect(() => {
    if (data === undefined) return;
    const endsInMs = new Date(data.expires_at).getTime() - Date.now();
    const waitMs = Math.min(Math.max(endsInMs - EARLY_MS, EARLY_MS), LONGEST_MS);
    const timer = setTimeout(() => void refetch(), waitMs);
    return () => clearTimeout(timer);
  }, [data, refetch]);
  return quote;
}

/** So that nobody presses the button on a quote that ends that very second. */
const EARLY_MS = 20_000;
/** An account on a test clock may be in another year; a quote lives half an hour at most. */
const LONGEST_MS = 1_800_000;
