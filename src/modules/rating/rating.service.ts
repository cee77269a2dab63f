import type { LocalDate } from '../../kernel/calendar.ts';
import { type CatalogSnapshot, versionOn } from '../catalog/index.ts';
import { type CallRate, type RateQuestion, rateOf } from './rate.ts';

/**
 * The rate of a destination on a day of the account's calendar; see `rateOf`. `publishedBy`
 * looks back: what an authorization at that instant would have found.
 */
export function findRate(
  snapshot: CatalogSnapshot,
  question: RateQuestion & { day: LocalDate; publishedBy?: Date | undefined },
): CallRate | undefined {
  const { day, publishedBy } = question;
  return rateOf((code) => versionOn(snapshot, 'rate', code, day, publishedBy), question);
}
