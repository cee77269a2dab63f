import type { Authorization } from '../kernel/actor.ts';
import { type Transaction, tables } from './transaction.ts';

interface AuditTables {
  platform_audit_entries: {
    id: string;
    company: string | null;
    account: string | null;
    action: string;
    subject: string;
    actor_kind: string;
    actor_id: string;
    actor_name: string;
    authorized_first_name: string | null;
    authorized_last_name: string | null;
    terms_version: string | null;
    before: unknown;
    after: unknown;
    occurred_at: Date;
    recorded_at: Date;
  };
}

export interface AuditEntry {
  readonly id: string;
  readonly company: string | null;
  readonly account: string | null;
  readonly action: string;
  readonly subject: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly authorizedBy: Authorization | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

export interface AuditFilter {
  /** Absent: of all companies, and the operator's own. */
  readonly company?: string | undefined;
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
  /** Actions that begin with one of these: `license_total.` */
  readonly actions?: readonly string[] | undefined;
  /** The last entry of the page before: older ones follow. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Audit entries, the newest first. */
export async function readAuditEntries(
  tx: Transaction,
  { company, account, subject, actions, after, limit }: AuditFilter,
): Promise<AuditEntry[]> {
  let query = tables<AuditTables>(tx).selectFrom('platform_audit_entries').selectAll();
  if (company !== undefined) query = query.where('company', '=', company);
  if (account !== undefined) query = query.where('account', '=', account);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (actions !== undefined) {
    query = query.where((where) =>
      where.or(actions.map((action) => where('action', 'like', `${action.replace('_', '\\_')}%`))),
    );
  }
  if (after !== undefined) query = query.where('id', '<', after);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    company: row.company,
    account: row.account,
    action: row.action,
    subject: row.subject,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    authorizedBy:
      row.authorized_first_name === null
        ? null
        : {
            firstName: row.authorized_first_name,
            lastName: row.authorized_last_name ?? '',
            termsVersion: row.terms_version ?? '',
          },
    before: row.before,
    after: row.after,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  }));
}
