import { type Transaction, tables } from '../../database/transaction.ts';

/** How the people of a company must sign in. */
export interface SignInPolicy {
  readonly twoFactorRequired: boolean;
  readonly ssoRequired: boolean;
}

interface PolicyTables {
  auth_policies: { company: string; two_factor_required: boolean; sso_required: boolean };
  auth_staff_policy: { only_one?: boolean; two_factor_required: boolean };
}

const AS_THEY_LIKE: SignInPolicy = { twoFactorRequired: false, ssoRequired: false };

export async function selectPolicy(tx: Transaction, company: string): Promise<SignInPolicy> {
  const row = await tables<PolicyTables>(tx)
    .selectFrom('auth_policies')
    .selectAll()
    .where('company', '=', company)
    .executeTakeFirst();
  if (row === undefined) return AS_THEY_LIKE;
  return { twoFactorRequired: row.two_factor_required, ssoRequired: row.sso_required };
}

export async function upsertPolicy(
  tx: Transaction,
  company: string,
  policy: SignInPolicy,
): Promise<void> {
  const row = {
    two_factor_required: policy.twoFactorRequired,
    sso_required: policy.ssoRequired,
  };
  await tables<PolicyTables>(tx)
    .insertInto('auth_policies')
    .values({ company, ...row })
    .onConflict((conflict) => conflict.column('company').doUpdateSet(row))
    .execute();
}

/** Whether the operator's people must sign in with two factors. */
export async function selectStaffNeedsTwoFactor(tx: Transaction): Promise<boolean> {
  const row = await tables<PolicyTables>(tx)
    .selectFrom('auth_staff_policy')
    .select('two_factor_required')
    .executeTakeFirst();
  return row?.two_factor_required ?? false;
}

export async function upsertStaffNeedsTwoFactor(tx: Transaction, isNeeded: boolean): Promise<void> {
  const row = { two_factor_required: isNeeded };
  await tables<PolicyTables>(tx)
    .insertInto('auth_staff_policy')
    .values(row)
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet(row))
    .execute();
}
