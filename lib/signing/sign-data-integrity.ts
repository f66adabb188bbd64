import "server-only";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { fromJwk } from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue } from "@digitalbazaar/vc";
import { verificationMethodOf } from "@/lib/badges/rules/addresses";
import type { JsonObject } from "@/lib/badges/rules/json-ld";
import { bundledContexts } from "./document-loader";
import { signingKeys } from "./keys";

/** Something signed: the bytes to hand out, and the thumbprint of the key. */
export type Signed = { readonly content: string; readonly keyThumbprint: string };

/**
 * The credential with an embedded proof by the active Ed25519 key (W3C Data Integrity EdDSA Cryptosuites 1.0, eddsa-rdfc-2022), as
 * JSON. Throws on a term that the contexts do not define, because it would not be signed.
 */
export async function signDataIntegrity(
  credential: JsonObject,
  issuerDid: string,
  at: Date,
): Promise<Signed> {
  const { privateJwk, thumbprint } = signingKeys().active.EdDSA;
  const id = verificationMethodOf(issuerDid, thumbprint);
  const key = await fromJwk({ jwk: privateJwk, secretKey: true, id, controller: issuerDid });
  const suite = new DataIntegrityProof({ signer: key.signer(), date: at, cryptosuite });
  // The database keeps no order of names; whoever opens the file looks for these first.
  const { "@context": context = [], id: name = "", type = [], ...rest } = structuredClone(credential);
  const signed = await issue({
    credential: { "@context": context, id: name, type, ...rest },
    suite,
    documentLoader: bundledContexts,
    now: at,
  });
  return { content: JSON.stringify(signed, null, 2), keyThumbprint: thumbprint };
}
