import "server-only";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { contexts as multikey } from "@digitalbazaar/multikey-context";
import { type DocumentLoader, verifyCredential } from "@digitalbazaar/vc";
import { compactVerify, decodeProtectedHeader, errors, importJWK } from "jose";
import { keyUrl } from "@/lib/badges/rules/addresses";
import { didDocumentOf } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import { bundledContexts } from "./document-loader";
import { signingKeys, verificationKeys } from "./keys";

/** What a signature is worth: ours and whole, broken, or by a key that this installation does not publish (any more). */
export type SignatureVerdict = "good" | "bad" | "unknownKey";

/** Checks a VC-JWT against the key that its header names, among those that are published. */
export async function checkJws(jws: string): Promise<SignatureVerdict> {
  let kid: string | undefined;
  try {
    ({ kid } = decodeProtectedHeader(jws));
  } catch {
    return "bad";
  }
  const { publicUrl } = settings();
  const key = signingKeys().published.find(({ thumbprint }) => keyUrl(publicUrl, thumbprint) === kid);
  if (!key) return "unknownKey";
  try {
    await compactVerify(jws, await importJWK({ ...key.jwk }, "RS256"), { algorithms: ["RS256"] });
    return "good";
  } catch (error) {
    if (error instanceof errors.JOSEError) return "bad";
    throw error;
  }
}

/** Our own DIDs, out of the keys in force; contexts out of packages. Nothing is fetched. */
function loaderFor(did: string): DocumentLoader {
  return async (url) => {
    const loaded = (document: unknown) => ({ contextUrl: null, documentUrl: url, document });
    const context = multikey.get(url);
    if (context) return loaded(context);
    if (url !== did && !url.startsWith(`${did}#`)) return bundledContexts(url);
    const document = didDocumentOf(settings().publicUrl, did, await verificationKeys());
    if (url === did) return loaded(document);
    const methods = document.verificationMethod as readonly { readonly id: string }[];
    const method = methods.find(({ id }) => id === url);
    if (!method) throw new Error(`${url} is not published`);
    return loaded({ "@context": "https://w3id.org/security/multikey/v1", ...method });
  };
}

/**
 * Checks the embedded proof of a credential whose issuer is `issuerDid`, at `at`, a moment in which it held: what is asked is who signed
 * what, and not whether it has run out since.
 */
export async function checkEmbeddedProof(
  credential: object,
  issuerDid: string,
  at: Date,
): Promise<SignatureVerdict> {
  const result = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(issuerDid),
    checkStatus: async () => ({ verified: true }),
    now: at,
  });
  if (result.verified) return "good";
  const told = [result.error?.message, ...(result.error?.errors ?? []).map(({ message }) => message)].join(
    " ",
  );
  return /is not published/.test(told) ? "unknownKey" : "bad";
}
