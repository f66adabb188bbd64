import "server-only";
import { decodeJwt } from "jose";
import type { Acting } from "@/lib/auth/acting";
import { getIssuer } from "@/lib/badges/queries/get-issuer";
import { badgeUrl, issuerDid } from "@/lib/badges/rules/addresses";
import { findByDocument } from "@/lib/certificates/queries/find-by-document";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { MOST_UPLOADED_BYTES, publicIdOf, readUploaded } from "@/lib/certificates/rules/uploaded";
import { settings } from "@/lib/core/env";
import { sha256 } from "@/lib/core/hash";
import { checkEmbeddedProof, checkJws, type SignatureVerdict } from "./check-signature";

/** Why a file is not taken for what we handed out. */
const uploadProblems = [
  "tooLarge",
  "unreadable",
  "unknownDocument",
  "foreign",
  "tampered",
  "unknownKey",
  "notIssued",
] as const;
export type UploadProblem = (typeof uploadProblems)[number];

/** What came of it: the certificate that the file is genuine of, or why it is not. Whether that holds today is another question. */
export type UploadVerdict =
  | { readonly genuine: true; readonly publicId: string }
  | { readonly genuine: false; readonly problem: UploadProblem };

const no = (problem: UploadProblem): UploadVerdict => ({ genuine: false, problem });

const PROBLEMS: Readonly<Record<Exclude<SignatureVerdict, "good">, UploadProblem>> = {
  bad: "tampered",
  unknownKey: "unknownKey",
};

/** Whether a credential whose signature was found good stands in the register under the id that it names. */
async function inRegister(acting: Acting, publicId: string, now: Date): Promise<UploadVerdict> {
  // A good signature over a certificate that nobody issued would mean that a key was stolen.
  const known = await getPublicCertificate(acting, publicId, now);
  return known ? { genuine: true, publicId } : no("notIssued");
}

async function checkToken(acting: Acting, jws: string, now: Date): Promise<UploadVerdict> {
  let claims: Record<string, unknown>;
  try {
    claims = decodeJwt(jws);
  } catch {
    return no("unreadable");
  }
  const publicId = publicIdOf(claims, badgeUrl(settings().publicUrl, ""));
  if (!publicId) return no("foreign");
  const verdict = await checkJws(jws);
  return verdict === "good" ? inRegister(acting, publicId, now) : no(PROBLEMS[verdict]);
}

/** The id of the organisation by whose DID a credential says that it was issued; null where that is none of ours. */
async function ownIssuer(acting: Acting, credential: Readonly<Record<string, unknown>>, now: Date) {
  const { issuer } = credential as { readonly issuer?: { readonly id?: unknown; readonly url?: unknown } };
  const organisationId = typeof issuer?.url === "string" ? (issuer.url.split("/").at(-1) ?? "") : "";
  const known = await getIssuer(acting, organisationId, now);
  const did = known && issuerDid(settings().publicUrl, known);
  return did !== null && did === issuer?.id ? did : null;
}

async function checkCredential(
  acting: Acting,
  credential: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<UploadVerdict> {
  const publicId = publicIdOf(credential, badgeUrl(settings().publicUrl, ""));
  const did = publicId && (await ownIssuer(acting, credential, now));
  if (!publicId || !did) return no("foreign");
  const begins = new Date(Date.parse(String(credential.validFrom)) + 1000);
  if (Number.isNaN(begins.getTime())) return no("tampered");
  const verdict = await checkEmbeddedProof(credential, did, begins);
  return verdict === "good" ? inRegister(acting, publicId, now) : no(PROBLEMS[verdict]);
}

/**
 * Checks an uploaded file: a PDF against the hashes of the documents that were handed out, a credential (JSON, JWT, or inside a PNG or SVG
 * picture) by its signature and against the register. The file is read in memory, and neither stored nor noted anywhere.
 */
export async function checkUpload(acting: Acting, bytes: Uint8Array, now: Date): Promise<UploadVerdict> {
  if (bytes.byteLength > MOST_UPLOADED_BYTES) return no("tooLarge");
  const uploaded = readUploaded(bytes);
  switch (uploaded.kind) {
    case "document": {
      const publicId = await findByDocument(acting, sha256(bytes));
      return publicId ? { genuine: true, publicId } : no("unknownDocument");
    }
    case "jws":
      return checkToken(acting, uploaded.jws, now);
    case "embedded":
      return checkCredential(acting, uploaded.credential, now);
    default:
      return no("unreadable");
  }
}
