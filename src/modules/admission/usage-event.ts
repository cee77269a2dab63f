/** Usage as the host product reports it in a CloudEvent. */
export interface UsageEvent {
  /** Together these name the event: the same pair again is the same event. */
  readonly source: string;
  readonly id: string;
  /** Naming a known one settles it. */
  readonly authorization?: string | undefined;
  readonly billingAccount?: string | undefined;
  readonly employee?: string | undefined;
  readonly activity?: string | undefined;
  readonly direction?: 'outbound' | 'inbound' | undefined;
  readonly destination?: string | undefined;
  readonly usedMs: number;
  readonly segments?: number | undefined;
  readonly startedAt?: Date | undefined;
  /** The dialer's own name; a known one is settled like an authorization. */
  readonly reference?: string | undefined;
}
