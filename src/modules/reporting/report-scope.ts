/** Whose figures: one account's, one company's, or of every account on the real clock. */
export interface ReportScope {
  readonly company?: string | undefined;
  readonly account?: string | undefined;
}
