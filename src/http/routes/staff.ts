import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { SignIn } from '../auth/sign-in.ts';
import { DUTIES_OF, STAFF_ROLES } from '../auth/staff-role.ts';
import type { SignInUser } from '../auth/users.store.ts';
import type { Api } from '../endpoint.ts';
import { email, id, instantText, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';
import { signInLink } from './employee-sign-in.ts';

const member = z
  .strictObject({
    id: id('usr'),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    duties: z.array(z.string()),
    /** Whether they have set up an authenticator app, or a passkey. */
    two_factor: z.boolean(),
    created_at: instantText,
  })
  .meta({ id: 'StaffMember' });

const invited = member
  .extend({ sign_in_link: signInLink, mailed: z.boolean() })
  .meta({ id: 'InvitedStaffMember' });

const policy = z.strictObject({ two_factor_required: z.boolean() }).meta({ id: 'StaffPolicy' });

const tag = 'Staff';
const look = { operatorOnly: true, scope: 'read' } as const;
const change = { operatorOnly: true, scope: 'manage' } as const;
const params = z.strictObject({ usr: id('usr') });

export interface StaffRoutesDeps {
  readonly signIn: SignIn;
  /** Where the product is reached, as far as it knows itself. */
  readonly address: () => string;
}

/** The operator's people: who they are and what they may do. */
export function registerStaff(api: Api, { signIn, address }: StaffRoutesDeps): void {
  const { staff, links, mailedLinks } = signIn;
  const answered = async (tx: Transaction, user: SignInUser) =>
    memberText(user, await staff.withTwoFactors(tx, [user]));
  registerPolicy(api, signIn);

  api.define('GET', '/v1/staff', {
    summary: 'List the operator’s people',
    tag,
    access: look,
    query: z.strictObject(pageQuery(idCursor('usr'))),
    answer: page(member),
    handle: async (tx, { query }) => {
      const found = await pageOf(
        query,
        (slice) => staff.list(tx, slice),
        (row) => row.id,
        (row) => row,
      );
      const able = await staff.withTwoFactors(tx, found.data);
      return { ...found, data: found.data.map((row) => memberText(row, able)) };
    },
  });

  api.define('GET', '/v1/staff/:usr', {
    summary: 'Read one of the operator’s people',
    tag,
    access: look,
    params,
    answer: member,
    handle: async (tx, call) => await answered(tx, await staff.get(tx, call.params.usr)),
  });

  api.define('POST', '/v1/staff', {
    summary: 'Invite somebody to the operator’s people',
    description: 'The link is shown once, and mailed where a mail server is set.',
    tag,
    access: change,
    body: z.strictObject({ name: text(100), email, role: z.enum(STAFF_ROLES) }),
    answer: invited,
    status: 201,
    withheldOnReplay: ['sign_in_link'],
    handle: async (tx, { body, actor }) => {
      const user = await staff.invite(tx, actor, body);
      const link = await links.forStaff(tx, actor, user, address());
      const mailed = await mailedLinks.invite(tx, user, link);
      const sign_in_link = { url: link.url, expires_at: link.expiresAt.toISOString() };
      return { ...(await answered(tx, user)), sign_in_link, mailed };
    },
  });

  api.define('PATCH', '/v1/staff/:usr', {
    summary: 'Change the name or the role of one of the operator’s people',
    tag,
    access: change,
    params,
    body: z.strictObject({ name: text(100), role: z.enum(STAFF_ROLES) }).partial(),
    answer: member,
    handle: async (tx, call) =>
      await answered(tx, await staff.change(tx, call.actor, call.params.usr, call.body)),
  });

  api.define('DELETE', '/v1/staff/:usr', {
    summary: 'Remove one of the operator’s people; their sessions end',
    tag,
    access: change,
    params,
    answer: z.strictObject({ removed: z.boolean() }),
    handle: async (tx, call) => {
      await staff.remove(tx, call.actor, call.params.usr);
      return { removed: true };
    },
  });

  api.define('DELETE', '/v1/staff/:usr/two-factor', {
    summary: 'Turn two-factor sign-in off for somebody who has lost their device',
    tag,
    access: change,
    params,
    answer: z.strictObject({ two_factor: z.boolean() }),
    handle: async (tx, call) => {
      const user = await staff.get(tx, call.params.usr);
      await signIn.twoFactor.reset(tx, call.actor, { user, employee: undefined });
      return { two_factor: false };
    },
  });

  api.define('POST', '/v1/staff/:usr/sign-in-links', {
    summary: 'Make a one-time sign-in link for one of the operator’s people',
    tag,
    access: change,
    params,
    answer: signInLink,
    status: 201,
    withheldOnReplay: ['url'],
    handle: async (tx, call) => {
      const user = await staff.get(tx, call.params.usr);
      const { url, expiresAt } = await links.forStaff(tx, call.actor, user, address());
      return { url, expires_at: expiresAt.toISOString() };
    },
  });
}

/** What holds for all of them. */
function registerPolicy(api: Api, { staff }: SignIn): void {
  api.define('GET', '/v1/staff-policy', {
    summary: 'How the operator’s people must sign in',
    tag,
    access: look,
    answer: policy,
    handle: async (tx) => ({ two_factor_required: await staff.needsTwoFactor(tx) }),
  });

  api.define('PUT', '/v1/staff-policy', {
    summary: 'Ask two-factor sign-in of all of the operator’s people, or no more',
    description:
      'Whoever has not set it up does so before anything else. Refused until the admin who asks ' +
      'has set it up; for an API key, until some admin has.',
    tag,
    access: change,
    body: policy,
    answer: policy,
    handle: async (tx, { body, actor }) => {
      await staff.ruleTwoFactor(tx, actor, body.two_factor_required);
      return body;
    },
  });
}

function memberText(
  { id, name, email, role, createdAt }: SignInUser,
  able: ReadonlySet<string>,
): z.input<typeof member> {
  // Whoever is listed here has a role; the type also covers employees.
  const own = role ?? 'support';
  const duties = [...DUTIES_OF[own]];
  const two_factor = able.has(id);
  return { id, name, email, role: own, duties, two_factor, created_at: createdAt.toISOString() };
}
