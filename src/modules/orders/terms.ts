import type { LocalDate } from '../../kernel/calendar.ts';

/** The terms that an order accepts, as the operator has set them. */
export interface Terms {
  readonly version: string;
  readonly url: string;
}

/** Terms as they were published; they never change. */
export interface PublishedTerms extends Terms {
  /**
   * A UTC day: terms change for everybody at one instant, also where an approval or another change
   * that they cover belongs to no billing account, whose day could be asked. Null: from their
   * publication.
   */
  readonly effectiveOn: LocalDate | null;
  readonly publishedAt: Date;
}

/**
 * The terms in force on a UTC day, among those published, the oldest first: those whose day came
 * last, and of several with the same day, or none, the ones published last. Undefined where none
 * has taken effect: then the settings name the terms.
 */
export function termsOn(
  published: readonly PublishedTerms[],
  day: LocalDate,
): PublishedTerms | undefined {
  return published
    .filter(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day)
    .reduce<PublishedTerms | undefined>(
      (best, one) => (best === undefined || fromOf(one) >= fromOf(best) ? one : best),
      undefined,
    );
}

function fromOf({ effectiveOn, publishedAt }: PublishedTerms): LocalDate {
  return effectiveOn ?? publishedAt.toISOString().slice(0, 10);
}
