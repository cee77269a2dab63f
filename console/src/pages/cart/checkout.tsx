import { Card, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useTypedName } from '../../parts/authorize.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { say } from '../../words/say.ts';
import { InDoubt } from './in-doubt.tsx';
import { LosersChoice, surplusOf } from './losers-choice.tsx';
import { PayForm } from './pay-form.tsx';
import { FiguresChanged, QuoteSummary } from './quote-summary.tsx';
import { usePaying } from './use-paying.ts';
import { useQuote } from './use-quote.ts';
import { orderOf, type Wanted } from './wanted.ts';

const TYPING_MS = 250;

/** What the cart costs, asked as it changes, and the button that buys it. */
export function Checkout(props: {
  details: Schemas['BillingAccountDetails'];
  wanted: Wanted;
  setWanted: (wanted: Wanted) => void;
  onDone: (order: Schemas['Order'], quote: Schemas['Quote']) => void;
}) {
  const { details, wanted, onDone } = props;
  const [settled] = useDebouncedValue(wanted, TYPING_MS);
  const order = orderOf(settled, details.licenses);
  const quote = useQuote(details.id, order);
  // Kept here, so that a price that could not be asked does not lose what was typed.
  const name = useTypedName(quote.data?.terms);
  const paying = usePaying(onDone);
  const { inDoubt } = paying;
  const nameOf = (code: string) => details.licenses[code]?.name ?? code;
  // The figures shown are those of another cart than the one on the left.
  const isBehind = quote.isPlaceholderData || settled !== wanted;
  return (
    <Card
      component="section"
      aria-label={say('Summary')}
      style={{ position: 'sticky', top: 72 }}
      aria-busy={isBehind}
    >
      <Title order={2} size="h4" mb="md">
        {say('Summary')}
      </Title>
      {inDoubt !== undefined ? (
        <InDoubt quote={inDoubt} busy={paying.busy} ask={paying.askAgain} />
      ) : order === undefined ? (
        <Text c="dimmed" size="sm">
          {say(
            'Change a total or type an amount, and what it costs appears here. Asking costs nothing.',
          )}
        </Text>
      ) : quote.error !== null && quote.data === undefined ? (
        <NoQuote {...props} error={quote.error} nameOf={nameOf} retry={quote.refetch} />
      ) : quote.data === undefined ? (
        <Skeleton height={340} role="status" aria-label={say('Working out the price')} />
      ) : (
        <Stack gap="lg">
          <div aria-live="polite" style={{ opacity: isBehind ? 0.6 : 1 }}>
            {quote.changedFrom === undefined ? null : (
              <FiguresChanged before={quote.changedFrom} now={quote.data} />
            )}
            <QuoteSummary quote={quote.data} nameOf={nameOf} losers={wanted.losers} />
          </div>
          <PayForm quote={quote.data} name={name} paying={paying} isBehind={isBehind} />
        </Stack>
      )}
    </Card>
  );
}

/** Why there is no price; where somebody must lose a license first, the choice of whom. */
function NoQuote(props: {
  wanted: Wanted;
  setWanted: (wanted: Wanted) => void;
  error: Error;
  nameOf: (code: string) => string;
  retry: () => unknown;
}) {
  const { wanted, setWanted, error, nameOf, retry } = props;
  const surplus = surplusOf(error);
  if (surplus === undefined) {
    const isLost = !(error instanceof ProblemError) || error.status >= 500;
    return <Failed error={error} {...(isLost ? { retry } : {})} />;
  }
  return (
    <LosersChoice
      key={`${surplus.code} ${surplus.count}`}
      surplus={surplus}
      name={nameOf(surplus.code)}
      sentence={error.message}
      choose={(losers) => {
        const before = wanted.losers[surplus.code] ?? [];
        setWanted({
          ...wanted,
          losers: { ...wanted.losers, [surplus.code]: [...before, ...losers] },
        });
      }}
    />
  );
}
