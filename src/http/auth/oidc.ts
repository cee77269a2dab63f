import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

/**
 * OpenID Connect's code flow with PKCE, as the one who relies on it. Whatever a provider says is
 * checked: its issuer, the token's signature, audience, age and nonce. Redirects are not
 * followed, so that a provider cannot send our requests, with a secret, to wherever it likes.
 */
export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OidcPerson {
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
}

/** What a provider answered, or did not; its message is for the log and never for the person. */
export class OidcFault extends Error {
  override name = 'OidcFault';
}

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

export type OidcProvider = z.output<typeof discovery>;

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 200_000;
/** A provider's clock may be wrong by so much. */
const TOLERANCE_SECONDS = 60;
/** Long enough for the slowest way back, short enough that an old token is none. */
const TOKEN_AGE_MAX = '10 minutes';

/** Signatures that only the provider can make: a shared secret is not one. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether we ask there: over TLS, or on this machine where we are reached on it as well. */
export function isAskable(address: string, isLocal: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return isLocal && url.protocol === 'http:' && LOOPBACK.test(url.hostname);
}

/** Throws OidcFault where there is no provider, or another than was asked for. */
export async function discover(issuer: string, isLocal: boolean): Promise<OidcProvider> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discovery.safeParse(await ask(url));
  if (!found.success) throw new OidcFault(`${url} is no discovery document`);
  const provider = found.data;
  if (provider.issuer !== issuer) throw new OidcFault(`${url} is of ${provider.issuer}`);
  const addresses = [
    provider.authorization_endpoint,
    provider.token_endpoint,
    provider.jwks_uri,
    provider.userinfo_endpoint ?? provider.jwks_uri,
  ];
  if (!addresses.every((address) => isAskable(address, isLocal))) {
    throw new OidcFault(`${url} names an address without TLS`);
  }
  return provider;
}

export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** SHA-256 of the verifier, base64url. */
  readonly challenge: string;
  readonly email: string | undefined;
}

/** Where the browser goes to sign in. */
export function authorizationUrl(
  provider: OidcProvider,
  clientId: string,
  request: AuthorizationRequest,
): string {
  const url = new URL(provider.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: request.redirectUri,
    scope: 'openid email',
    state: request.state,
    nonce: request.nonce,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
    ...(request.email === undefined ? {} : { login_hint: request.email }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Who the provider says has signed in, for the code that it gave the browser. */
export async function personBehind(
  client: OidcClient,
  provider: OidcProvider,
  answer: { code: string; verifier: string; redirectUri: string; nonce: string },
): Promise<OidcPerson> {
  const tokens = await exchange(client, provider, answer);
  const claims = await verified(tokens.id_token, client, provider, answer.nonce);
  const { sub } = claims;
  if (sub === undefined || sub === '') throw new OidcFault('the ID token names nobody');
  if (typeof claims.email === 'string') return personOf(sub, claims);
  if (provider.userinfo_endpoint === undefined) return personOf(sub, {});
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  const info = z
    .looseObject({ sub: z.string() })
    .safeParse(await ask(provider.userinfo_endpoint, { headers }));
  // An answer about somebody else is the attack that the specification warns of.
  if (!info.success || info.data.sub !== sub) throw new OidcFault('user info is of somebody else');
  return personOf(sub, info.data);
}

function personOf(subject: string, claims: Record<string, unknown>): OidcPerson {
  const { email, email_verified: verifiedClaim } = claims;
  return {
    subject,
    email: typeof email === 'string' ? email : undefined,
    emailVerified: verifiedClaim === true,
  };
}

const tokenAnswer = z.looseObject({ id_token: z.string(), access_token: z.string() });

async function exchange(
  { clientId, clientSecret }: OidcClient,
  provider: OidcProvider,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<z.output<typeof tokenAnswer>> {
  const methods = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const isBasic = methods.includes('client_secret_basic');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(isBasic ? {} : { client_id: clientId, client_secret: clientSecret }),
  });
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  const answer = await ask(provider.token_endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(isBasic ? { authorization } : {}),
    },
    body: form.toString(),
  });
  const tokens = tokenAnswer.safeParse(answer);
  if (!tokens.success) throw new OidcFault('the token endpoint gave no ID token');
  return tokens.data;
}

async function verified(
  idToken: string,
  { clientId }: OidcClient,
  provider: OidcProvider,
  nonce: string,
): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(provider.jwks_uri), { timeoutDuration: TIMEOUT_MS });
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      issuer: provider.issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE_SECONDS,
      maxTokenAge: TOKEN_AGE_MAX,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    if (payload.nonce !== nonce) throw new OidcFault('the ID token answers another request');
    // Where a token is for several, it must have been given to us.
    const isForOthers = Array.isArray(payload.aud) && payload.aud.length > 1;
    if ((isForOthers || payload.azp !== undefined) && payload.azp !== clientId) {
      throw new OidcFault('the ID token was given to somebody else');
    }
    return payload;
  } catch (error) {
    if (error instanceof OidcFault) throw error;
    throw new OidcFault(`the ID token is not right: ${String(error)}`);
  }
}

async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new OidcFault(`${url} answered ${response.status}`);
    if (text.length > ANSWER_BYTES_MAX) throw new OidcFault(`${url} answered too much`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof OidcFault) throw error;
    throw new OidcFault(`${url} did not answer: ${String(error)}`);
  }
}
