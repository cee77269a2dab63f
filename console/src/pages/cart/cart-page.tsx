import { Anchor, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client } from '../../api/queries.ts';
import { Asks } from '../../parts/ask.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { said, say } from '../../words/say.ts';
import { Checkout } from './checkout.tsx';
import { LicenseTotals } from './license-totals.tsx';
import { MinutesAmount } from './minutes-amount.tsx';
import { OrderDone } from './order-done.tsx';
import { NOTHING, type Wanted, wantedOf } from './wanted.ts';

type Details = Schemas['BillingAccountDetails'];

/** Totals and minutes on one side, what they cost to the cent on the other. */
export function CartPage() {
  const { account } = useParams({ from: '/shell/billing-accounts/$account/cart' });
  const search = useSearch({ from: '/shell/billing-accounts/$account/cart' });
  const details = useQuery({
    queryKey: ['billing-account', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account } }),
  });
  return (
    <>
      <PageHeading
        title={say('Order')}
        about={
          details.data === undefined
            ? say('Licenses and minutes')
            : said('For <a>{name}</a>', {
                name: details.data.name,
                a: (words) => (
                  <Anchor component={Link} to={`/billing-accounts/${account}`} inherit>
                    {words}
                  </Anchor>
                ),
              })
        }
      />
      <Loaded query={details} height={520}>
        {/* A remedy may lead here again with another cart. */}
        {(data) => <Cart key={JSON.stringify(search)} details={data} search={search} />}
      </Loaded>
    </>
  );
}

function Cart({ details, search }: { details: Details; search: Record<string, string> }) {
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(search, details));
  const [done, setDone] = useState<{ order: Schemas['Order']; quote: Schemas['Quote'] }>();
  if (done !== undefined) {
    const again = () => {
      setWanted(NOTHING);
      setDone(undefined);
    };
    return <OrderDone {...done} details={details} again={again} />;
  }
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <LicenseTotals details={details} wanted={wanted} setWanted={setWanted} />
          <MinutesAmount details={details} wanted={wanted} setWanted={setWanted} />
          <Asks
            account={details.id}
            questions={['what-does-a-new-user-cost', 'can-i-get-a-credit']}
          />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Checkout
          details={details}
          wanted={wanted}
          setWanted={setWanted}
          onDone={(order, quote) => setDone({ order, quote })}
        />
      </Grid.Col>
    </Grid>
  );
}
