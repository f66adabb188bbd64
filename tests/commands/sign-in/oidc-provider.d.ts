/** oidc-provider has no types of its own: as much of it as tests/commands/sign-in/identity-provider.ts uses. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  export class Provider {
    constructor(issuer: string, configuration: ProviderConfiguration);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
  export type ProviderConfiguration = {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    claims: Record<string, string[]>;
    conformIdTokenClaims: boolean;
    findAccount(
      context: unknown,
      id: string,
    ): { accountId: string; claims(): Promise<Record<string, unknown>> };
    pkce: { required(): boolean };
  };
}
