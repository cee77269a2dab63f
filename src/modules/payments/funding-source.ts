import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { FundingSourceKind } from './payment-provider.ts';

/** Where an account's money comes from: a provider's token, or payments made by hand. */
export interface FundingSource {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  readonly kind: FundingSourceKind;
  readonly label: string;
  readonly token: string;
  /** `invalid` ones stay visible but are charged no more; `removed` ones are history. */
  readonly status: 'valid' | 'invalid' | 'removed';
  /** 0 is the default, then the backups in the order in which they are tried. */
  readonly position: number;
  /** A card's last day, as its provider has it; null where there is none. */
  readonly expiresOn: LocalDate | null;
  readonly createdAt: Date;
  readonly version: bigint;
}

/** The sources to try, in order: the default, then its backups. */
export function chargeable(sources: readonly FundingSource[]): FundingSource[] {
  return sources
    .filter((source) => source.status === 'valid')
    .sort((left, right) => left.position - right.position);
}

/**
 * Why a source may not be removed, if so. Without a valid one nothing can be bought and no
 * renewal paid, so the last one is only ever replaced.
 */
export function mayRemove(sources: readonly FundingSource[], id: string): boolean {
  return chargeable(sources).some((source) => source.id !== id);
}

/** The ids in their new order once `id` is the default: the others keep theirs. */
export function withDefault(sources: readonly FundingSource[], id: string): string[] {
  const present = sources
    .filter((source) => source.status !== 'removed')
    .sort((left, right) => left.position - right.position)
    .map((source) => source.id);
  assert(present.includes(id), 'the new default is one of the account');
  return [id, ...present.filter((other) => other !== id)];
}
