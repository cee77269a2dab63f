import { Anchor, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { faultsIn } from '../../api/faults.ts';
import { client } from '../../api/queries.ts';
import { saySentence } from '../../api/sentence.ts';
import { Failed, Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { said, say } from '../../words/say.ts';
import { Outcome } from './outcome.tsx';
import { bodyOf, isAnything, nothingSupposed, type Supposed } from './supposed.ts';
import { Suppositions } from './suppositions.tsx';

type Details = Schemas['BillingAccountDetails'];

/** “What would my next invoices be if…”: computed by the code that charges, changing nothing. */
export function SimulationPage() {
  const { account = '' } = useParams({ strict: false });
  const details = useQuery({
    queryKey: ['billing-account', account],
    queryFn: () => client.get('/v1/billing-accounts/{ba}', { params: { ba: account } }),
  });
  return (
    <Loaded query={details} height={520}>
      {(data) => <SimulationOf key={data.id} details={data} />}
    </Loaded>
  );
}

const TYPING_MS = 350;

type Body = NonNullable<ReturnType<typeof bodyOf>>;

function useSimulation(account: string, body: Body | undefined) {
  return useQuery({
    // Asked again at every event of the account, as the details are.
    queryKey: ['simulation', account, body],
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () =>
      client.post('/v1/billing-accounts/{ba}/simulations', {
        params: { ba: account },
        body: body ?? {},
      }),
  });
}

function SimulationOf({ details }: { details: Details }) {
  const [supposed, setSupposed] = useState<Supposed>(() => nothingSupposed(details));
  const [settled] = useDebouncedValue(supposed, TYPING_MS);
  const simulation = useSimulation(details.id, bodyOf(settled));
  const { invoices } = settled;
  const asItStands = useSimulation(details.id, bodyOf({ ...nothingSupposed(details), invoices }));
  const { error } = simulation;
  const faultAt = faultsIn(error ?? undefined);
  const isBesideAChange = pointersOf(error).some((pointer) => pointer.startsWith('/changes/'));
  return (
    <>
      <PageHeading
        title={say('What if')}
        about={said('The next invoices of <a>{name}</a>. Nothing is ordered by it.', {
          name: details.name,
          a: (words) => (
            <Anchor component={Link} to={`/billing-accounts/${details.id}`} inherit>
              {words}
            </Anchor>
          ),
        })}
      />
      <Stack gap="lg">
        <Suppositions
          details={details}
          supposed={supposed}
          faultAt={faultAt}
          faultOf={(place) => faultOfChange(error, place)}
          onChange={(news) => setSupposed((now) => ({ ...now, ...news }))}
        />
        {error === null || isBesideAChange ? null : <Failed error={error} />}
        {error === null ? (
          <Loaded query={asItStands} height={520}>
            {(stands) => (
              <Outcome
                supposed={isAnything(settled) ? (simulation.data ?? stands) : stands}
                asItStands={stands}
              />
            )}
          </Loaded>
        ) : null}
      </Stack>
    </>
  );
}

function pointersOf(error: Error | null): string[] {
  return error instanceof ProblemError ? error.errors.map(({ pointer }) => pointer) : [];
}

/** Everything refused of the change at a place, whichever of its fields is at fault. */
function faultOfChange(error: Error | null, place: number): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const own = error.errors.filter(
    ({ pointer }) => pointer === `/changes/${place}` || pointer.startsWith(`/changes/${place}/`),
  );
  return own.length === 0 ? undefined : own.map(({ detail }) => saySentence(detail)).join(' ');
}
