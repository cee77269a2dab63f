/** As much of the provider's shape as the tests use; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Context {
    readonly oidc: {
      readonly session?: { readonly accountId?: string };
      readonly client?: { readonly clientId: string };
      readonly provider: Provider;
    };
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: {
      accountId: string;
      clientId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>;
  }

  interface Configuration {
    readonly clients: readonly object[];
    readonly claims: Record<string, readonly string[]>;
    readonly pkce: { required(): boolean };
    readonly features: { devInteractions: { enabled: boolean } };
    findAccount(ctx: Context, id: string): { accountId: string; claims(): Promise<object> };
    readonly interactions: { url(ctx: Context, interaction: { uid: string }): string };
    loadExistingGrant(ctx: Context): Promise<Grant>;
  }
}
