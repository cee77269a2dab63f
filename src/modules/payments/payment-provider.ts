import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';

/** How money leaves a funding source; bank debits and offline payments take days to arrive. */
export type FundingSourceKind = 'card' | 'bank' | 'offline';

/** What a provider knows of a token: never card data, only what a person recognizes it by. */
export interface TokenDescription {
  readonly kind: FundingSourceKind;
  /** Shown to people, such as `Visa ending in 4242`. */
  readonly label: string;
  /** A card's last day. */
  readonly expiresOn?: LocalDate;
  /** The only currencies that it pays in; absent: any. */
  readonly currencies?: readonly Currency[];
}

/** The billing account that something at a provider is of. */
export interface AccountAtProvider {
  readonly id: string;
  readonly currency: Currency;
}

export interface ChargeRequest {
  /** Ours, stored before the call. The same key never moves money twice. */
  readonly key: string;
  readonly account: string;
  readonly token: string;
  readonly amount: Money;
  /** The instant on the account's clock. */
  readonly at: Date;
}

/** What became of a charge, as the provider has it. */
export type ChargeAnswer =
  | {
      readonly outcome: 'succeeded';
      readonly reference: string;
      /** Given back since on the provider's own pages, all together; less than the charge. */
      readonly refunded?: Money;
    }
  /** Was taken back, and is here again: the dispute about it was won. */
  | { readonly outcome: 'reinstated'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly reason: string }
  /** Accepted, but the money is not here; `clearsAt` is when asking again is worth while. */
  | { readonly outcome: 'pending'; readonly reference: string; readonly clearsAt?: Date }
  /** Nothing has moved until the customer confirms it on the page at `url`. */
  | { readonly outcome: 'requires_action'; readonly reference: string; readonly url: string }
  /** Was pending, and the bank has refused it since. */
  | { readonly outcome: 'bounced'; readonly reference: string; readonly reason: string }
  /** Had succeeded, and the customer's bank has taken it back (a chargeback). */
  | { readonly outcome: 'reversed'; readonly reference: string; readonly reason: string }
  /** We had it given back ourselves. */
  | { readonly outcome: 'refunded'; readonly reference: string };

/**
 * The provider gave no answer: the money may or may not have moved. Never a reason to charge
 * anew under another key; the provider has to be asked.
 */
export class ProviderSilent extends Error {
  override name = 'ProviderSilent';
}

/**
 * Somebody outside who moves money. Every call may throw `ProviderSilent`, which says nothing
 * about what happened; every answer is final until the provider says otherwise when asked.
 */
export interface PaymentProvider {
  readonly name: string;
  /** Undefined where the token is not one that this account may be charged by. */
  describe(token: string, account: AccountAtProvider): Promise<TokenDescription | undefined>;
  /** Where the provider has pages on which customers give their card or bank account. */
  readonly setups?: HostedSetups;
  /** Charges once for each key: a repeated key answers with what became of the first. */
  charge(request: ChargeRequest): Promise<ChargeAnswer>;
  /** What became of the charge with this key; undefined where the provider never saw it. */
  ask(key: string, at: Date): Promise<ChargeAnswer | undefined>;
  /**
   * Sees to it that the key, if it was never seen, is never charged, also by a request still on
   * its way. Answers with what became of it: `declined` where nothing had.
   */
  withdraw(key: string, at: Date): Promise<ChargeAnswer>;
  /** Gives a succeeded charge back in full. Repeating it changes nothing. */
  refund(key: string, at: Date): Promise<ChargeAnswer>;
}

/** A page of the provider's on which a customer gives a card or bank account. */
export interface HostedSetup {
  /** What the provider knows it by. */
  readonly reference: string;
  readonly url: string;
}

/** What became of it. */
export type HostedSetupResult =
  | { readonly status: 'pending' }
  | { readonly status: 'expired' }
  | { readonly status: 'completed'; readonly token: string; readonly described: TokenDescription };

/** Set-ups on a provider's own pages: card data never comes near us. */
export interface HostedSetups {
  /** `id` is our own name for it; the customer comes back to `returnUrl`. */
  begin(id: string, account: AccountAtProvider, returnUrl: string): Promise<HostedSetup>;
  ask(reference: string, account: AccountAtProvider): Promise<HostedSetupResult>;
}

/** The provider's answer to a person who waits for it. Refuses `unavailable` where none comes. */
export async function answered<Answer>(
  { name }: PaymentProvider,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
    throw new Refusal('unavailable', {
      message: say('The payment provider "{name}" does not answer; try again in a moment.', {
        name,
      }),
    });
  }
}
