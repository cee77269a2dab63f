import type { LicenseTotal } from './license-total.ts';
import { heldOn } from './license-total.ts';

/** Whether one more employee can be given a license, and if not, what is in the way. */
export type Room = 'room' | 'all_assigned' | 'pending_total_reached';

/**
 * A named license needs a free place now, and one that is still there when a pending decrease
 * takes effect. A pooled one always has room: only its use at one time is limited.
 */
export function roomFor(type: LicenseTotal): Room {
  if (type.kind === 'pooled') return 'room';
  if (type.holders.length >= type.total) return 'all_assigned';
  if (type.pending === undefined) return 'room';
  const left = heldOn(type.holders, type.pending.effectiveOn).length;
  return left >= type.pending.total ? 'pending_total_reached' : 'room';
}
