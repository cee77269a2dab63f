import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { email, id, instantText, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import type { DefineSessionRoute } from './session-routes.ts';
import type { SignIn } from './sign-in.ts';
import { CALLBACK } from './single-sign-on.ts';
import type { SsoConnection } from './sso.store.ts';
import { recordOf } from './sso-connections.ts';
import { setCookies, visitorOf } from './visitor.ts';

const connection = z
  .strictObject({
    id: id('sso'),
    issuer: z.string(),
    client_id: z.string(),
    domain: z.string(),
    domain_verified: z.boolean(),
    domain_verified_at: instantText.nullable(),
    /** What proves that the domain is the company's. */
    domain_record: z.strictObject({ name: z.string(), type: z.literal('TXT'), text: z.string() }),
    /** What the provider must be told. */
    redirect_uri: z.string(),
  })
  .meta({ id: 'SsoConnection' });

const policy = z
  .strictObject({ two_factor_required: z.boolean(), sso_required: z.boolean() })
  .meta({ id: 'SignInPolicy' });

const domain = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i, misfit('must be a domain name'))
  .meta({ example: 'acme.example' });

const tag = 'Single sign-on';
const change = { scope: 'manage', everyPermission: true } as const;
const look = { scope: 'read', everyPermission: true } as const;
const params = z.strictObject({ co: id('co') });

export interface SsoRoutesDeps {
  readonly companies: Companies;
  readonly signIn: SignIn;
  /** Where the product is reached, as far as it knows itself. */
  readonly address: () => string;
}

/** A company's own identity provider, and the rules of how its people sign in. */
export function registerSingleSignOn(
  api: Api,
  define: DefineSessionRoute,
  deps: SsoRoutesDeps,
): void {
  registerConnection(api, deps);
  registerPolicy(api, deps);

  define('POST', '/v1/session/sso', {
    summary: 'Begin single sign-on: where the browser goes, by the domain of an e-mail address',
    body: z.strictObject({ email, next: z.string().max(500).optional() }),
    answer: z.strictObject({ url: z.string() }),
    handle: async (_request, body, reply) => {
      const next = body.next ?? '/';
      const begun = await deps.signIn.singleSignOn.begin(
        // An address of this console and of no other place.
        { email: body.email, next: /^\/(?![/\\])/.test(next) ? next : '/' },
        deps.address(),
      );
      setCookies(reply, begun);
      return { url: begun.url };
    },
  });
  registerWayBack(api.fastify, deps);
}

/** Where the provider sends the browser: no endpoint for programs, so not in the document. */
function registerWayBack(fastify: FastifyInstance, { signIn, address }: SsoRoutesDeps): void {
  const query = z.object({
    code: z.string().max(4_000).optional(),
    state: z.string().max(200).optional(),
    iss: z.string().max(500).optional(),
  });
  fastify.route({
    method: 'GET',
    url: CALLBACK,
    schema: { hide: true, querystring: query },
    handler: async (request, reply) => {
      const answer = request.query as z.output<typeof query>;
      const end = await signIn.singleSignOn.finish(answer, visitorOf(request), address());
      setCookies(reply, end);
      return await reply.header('cache-control', 'no-store').redirect(end.next, 303);
    },
  });
}

function registerConnection(api: Api, { companies, signIn, address }: SsoRoutesDeps): void {
  const { ssoConnections } = signIn;
  const answered = (row: SsoConnection) => connectionText(row, `${signIn.reachedAt(address())}`);
  const path = '/v1/companies/:co/sso-connection';

  api.define('GET', path, {
    summary: 'Read a company’s single sign-on; never its secret',
    tag,
    access: look,
    params,
    answer: connection,
    handle: async (tx, { params: { co }, actor }) => {
      const company = await companies.get(tx, actor, co);
      return answered(await ssoConnections.get(tx, company.id));
    },
  });

  api.define('PUT', path, {
    summary: 'Set up or change a company’s single sign-on (OpenID Connect)',
    description: 'Nobody is led there until the domain is proved. An absent secret stays.',
    tag,
    access: change,
    params,
    body: z.strictObject({
      issuer: z.url().max(500),
      client_id: text(500),
      client_secret: z.string().min(1).max(1_000).optional(),
      domain,
    }),
    answer: connection,
    handle: async (tx, { params: { co }, body, actor }) => {
      const company = await companies.get(tx, actor, co);
      const input = {
        issuer: body.issuer,
        clientId: body.client_id,
        clientSecret: body.client_secret,
        domain: body.domain,
      };
      return answered(await ssoConnections.put(tx, actor, company.id, input));
    },
  });

  api.define('DELETE', path, {
    summary: 'Remove a company’s single sign-on',
    tag,
    access: change,
    params,
    answer: z.strictObject({ removed: z.boolean() }),
    handle: async (tx, { params: { co }, actor }) => {
      const company = await companies.get(tx, actor, co);
      await ssoConnections.remove(tx, actor, company.id);
      return { removed: true };
    },
  });

  api.define('POST', `${path}/verify-domain`, {
    summary: 'Prove that the domain is the company’s',
    description: 'By its TXT record; the operator vouches for it without one.',
    tag,
    access: change,
    params,
    answer: connection,
    handleResumable: async (finish, { params: { co }, actor }) => {
      const found = await signIn.read(async (tx) => {
        const company = await companies.get(tx, actor, co);
        return await ssoConnections.get(tx, company.id);
      });
      // Asked outside of any transaction: a name server may take its time.
      if (actor.company !== undefined && !(await ssoConnections.isProved(found))) {
        const { name, text: wanted } = recordOf(found);
        throw new Refusal('domain_not_proved', {
          message: say('There is no TXT record {name} with the text "{wanted}" yet.', {
            name,
            wanted,
          }),
        });
      }
      return await finish(async (tx) =>
        answered(await ssoConnections.confirmDomain(tx, actor, found.company)),
      );
    },
  });
}

function registerPolicy(api: Api, { companies, signIn }: SsoRoutesDeps): void {
  const { ssoConnections } = signIn;
  const path = '/v1/companies/:co/sign-in-policy';

  api.define('GET', path, {
    summary: 'Read how the people of a company must sign in',
    tag,
    access: look,
    params,
    answer: policy,
    handle: async (tx, { params: { co }, actor }) => {
      const company = await companies.get(tx, actor, co);
      return policyText(await ssoConnections.policy(tx, company.id));
    },
  });

  api.define('PUT', path, {
    summary: 'Set how the people of a company must sign in',
    tag,
    access: change,
    params,
    body: z.strictObject({ two_factor_required: z.boolean(), sso_required: z.boolean() }),
    answer: policy,
    handle: async (tx, { params: { co }, body, actor, principal }) => {
      const company = await companies.get(tx, actor, co);
      const wanted = {
        twoFactorRequired: body.two_factor_required,
        ssoRequired: body.sso_required,
      };
      const by = { actor, owner: principal.owner };
      return policyText(await ssoConnections.setPolicy(tx, by, company.id, wanted));
    },
  });
}

const policyText = (row: { twoFactorRequired: boolean; ssoRequired: boolean }) => ({
  two_factor_required: row.twoFactorRequired,
  sso_required: row.ssoRequired,
});

function connectionText(row: SsoConnection, reachedAt: string): z.input<typeof connection> {
  return {
    id: row.id,
    issuer: row.issuer,
    client_id: row.clientId,
    domain: row.domain,
    domain_verified: row.domainVerifiedAt !== null,
    domain_verified_at: row.domainVerifiedAt?.toISOString() ?? null,
    domain_record: { ...recordOf(row), type: 'TXT' },
    redirect_uri: `${reachedAt}${CALLBACK}`,
  };
}
