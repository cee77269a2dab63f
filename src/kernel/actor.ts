/** The typed name and the terms version that stand in the audit log for a change. */
export interface Authorization {
  readonly firstName: string;
  readonly lastName: string;
  readonly termsVersion: string;
}

/** Who asks for a change. An API key stands under its own name; a person types theirs. */
export interface Actor {
  readonly kind: 'api_key' | 'person' | 'system';
  /** The key's or the person's identifier; `system` for work that falls due by itself. */
  readonly id: string;
  readonly name: string;
  /** The one company the actor may act for; undefined for the operator. */
  readonly company?: string;
  readonly authorization?: Authorization;
}

/** Work that falls due by itself: renewals, readings, clearings, recharges. */
export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Tollkeeper' };
