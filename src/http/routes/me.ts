import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { LANGUAGES } from '../../kernel/words/say.ts';
import type { Companies, Employees, Permission } from '../../modules/companies/index.ts';
import { chooseLanguage, chosenLanguage, PERMISSIONS } from '../../modules/companies/index.ts';
import type { TermsOfOrders } from '../../modules/orders/index.ts';
import { type Duty, STAFF_ROLES } from '../auth/staff-role.ts';
import type { Api } from '../endpoint.ts';
import type { Principal } from '../principal.ts';
import { id, instantText } from '../schemas/fields.ts';

const me = z
  .strictObject({
    kind: z.enum(['person', 'api_key', 'system']),
    id: z.string(),
    name: z.string(),
    /** True for the operator: sees every company. */
    operator: z.boolean(),
    company: z.strictObject({ id: id('co'), name: z.string() }).nullable(),
    email: z.string().nullable(),
    permission_group: z.string().nullable(),
    permissions: z.array(z.string()),
    /** Of the operator's person; null for all others. */
    role: z.enum(STAFF_ROLES).nullable(),
    /** Nothing else answers until two-factor sign-in, or a passkey, is set up. */
    must_set_up_two_factor: z.boolean(),
    /** The operator's person looks at somebody's pages, and can change nothing. */
    impersonation: z
      .strictObject({ by: z.string(), reason: z.string(), ends_at: instantText })
      .nullable(),
    /** In which they are written to; null: English, as for all who chose none. */
    language: z.enum(LANGUAGES).nullable(),
    terms: z.strictObject({ version: z.string(), url: z.string() }),
  })
  .meta({ id: 'Me' });

interface Asking {
  readonly actor: Actor;
  readonly principal: Principal;
}

export interface MeDeps {
  readonly companies: Companies;
  readonly employees: Employees;
  readonly terms: TermsOfOrders;
}

export function registerMe(api: Api, deps: MeDeps): void {
  const { companies, employees, terms } = deps;

  api.define('GET', '/v1/me', {
    summary: 'Who is asking: name, company, permissions, and the terms in force',
    tag: 'Sign-in',
    access: { scope: 'read', beforeTwoFactor: true },
    answer: me,
    handle: whoIs,
  });

  api.define('PATCH', '/v1/me', {
    summary: 'Choose the language of one’s own mails',
    description: 'What the API answers is in the language that `Accept-Language` asks for.',
    tag: 'Sign-in',
    access: { scope: 'read', personOnly: true, beforeTwoFactor: true },
    body: z.strictObject({ language: z.enum(LANGUAGES).nullable() }),
    answer: me,
    handle: async (tx, call) => {
      await chooseLanguage(tx, call.actor.id, call.body.language);
      return await whoIs(tx, call);
    },
  });

  async function whoIs(tx: Transaction, { actor, principal }: Asking): Promise<z.input<typeof me>> {
    const own = actor.company;
    const company = own === undefined ? undefined : await companies.get(tx, actor, own);
    const isEmployee = actor.kind === 'person' && own !== undefined;
    const employee = isEmployee ? await employees.get(tx, actor, actor.id) : undefined;
    return {
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      operator: own === undefined,
      company: company === undefined ? null : { id: company.id, name: company.name },
      email: employee?.email ?? staffEmail(principal),
      permission_group: employee?.permissionGroup ?? null,
      ...personText(principal),
      language: await chosenLanguage(tx, actor.id),
      terms: await terms.inForce(tx),
    };
  }
}

/** The address of the operator's person; the first of them begins without one. */
function staffEmail({ owner }: Principal): string | null {
  const email = owner?.user.email;
  return email === undefined || email.endsWith('.invalid') ? null : email;
}

/** What an operator's role comes to in the words of a company's permissions. */
const PERMISSIONS_BY_DUTY: Record<Duty, readonly Permission[]> = {
  look: ['billing.view'],
  impersonate: [],
  money: ['billing.view', 'billing.manage'],
  administer: PERMISSIONS,
};

function personText({ permissions, duties, owner }: Principal) {
  const byDuty = duties && [...duties].flatMap((duty) => PERMISSIONS_BY_DUTY[duty]);
  const running = owner?.impersonation;
  return {
    permissions: [...(permissions ?? new Set(byDuty ?? PERMISSIONS))],
    role: running === undefined ? (owner?.user.role ?? null) : null,
    must_set_up_two_factor: owner?.mustSetUpTwoFactor ?? false,
    impersonation:
      running === undefined
        ? null
        : {
            by: owner?.user.name ?? '',
            reason: running.reason,
            ends_at: running.endsAt.toISOString(),
          },
  };
}
