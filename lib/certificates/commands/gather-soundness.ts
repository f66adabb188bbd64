import "server-only";
import type { Work } from "@/lib/auth/work";
import type { CertificateLeaf } from "@/lib/badges/rules/transparency";
import { hashOfLeaf } from "@/lib/badges/rules/transparency";
import { REGISTERED_CLAIMS } from "@/lib/badges/rules/vc-jwt";
import { hashOf, sha256 } from "@/lib/core/hash";
import type { Prisma } from "@/lib/db/generated/client";
import type { BadgeFormat } from "@/lib/db/generated/enums";
import { certificatePayloadSchema } from "../rules/payload";
import type { SoundnessFacts } from "../rules/soundness";

const select = {
  id: true,
  publicId: true,
  serialNumber: true,
  state: true,
  payload: true,
  payloadHash: true,
  issuedAt: true,
  decision: { select: { outcome: true } },
  case: { select: { appeals: { where: { changedTo: "certified" }, select: { id: true } } } },
  supersededBy: { select: { id: true } },
  suspensions: { where: { reinstatedAt: null }, select: { id: true } },
  revocations: { where: { confirmedAt: { not: null } }, select: { id: true } },
  statusBits: { select: { purpose: true } },
  documents: { select: { locale: true, bytes: true, sha256: true } },
  transparency: { select: { kind: true, leaf: true, leafHash: true } },
  badge: {
    select: {
      unsigned: true,
      unsignedHash: true,
      proofs: { select: { format: true, content: true, sha256: true } },
    },
  },
} as const satisfies Prisma.CertificateSelect;

/** A certificate as it is read to be checked. */
export type CheckedRow = Prisma.CertificateGetPayload<{ select: typeof select }>;

/** The next `most` certificates after an id, in the order of their ids; all states, for ever. */
export function nextToCheck({ tx }: Work, after: string | null, most: number): Promise<CheckedRow[]> {
  return tx.certificate.findMany({
    ...(after ? { where: { id: { gt: after } } } : {}),
    orderBy: { id: "asc" },
    take: most,
    select,
  });
}

/** Checks a signature; "notChecked" where there are no keys. */
export type CheckSignature = (
  format: BadgeFormat,
  content: string,
  issuedAt: Date,
) => Promise<SoundnessFacts["proofs"][number]["signature"]>;

const without = (value: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** The hash of what a proof is over, which no key is needed to read; "unreadable" where it is no proof at all. */
function signedHash(format: BadgeFormat, content: string): string {
  try {
    if (format === "data_integrity") return hashOf(without(JSON.parse(content), ["proof"]));
    const claims = Buffer.from(content.split(".")[1] ?? "", "base64url").toString();
    return hashOf(without(JSON.parse(claims), REGISTERED_CLAIMS));
  } catch {
    return "unreadable";
  }
}

/** What `soundnessOf` judges, computed from the stored bytes. */
export async function soundnessFacts(row: CheckedRow, check: CheckSignature): Promise<SoundnessFacts> {
  const printed = certificatePayloadSchema.safeParse(row.payload);
  const proofs = [];
  for (const { format, content, sha256: noted } of row.badge?.proofs ?? [])
    proofs.push({
      name: format,
      noted,
      present: sha256(content),
      signed: {
        name: format,
        noted: row.badge?.unsignedHash ?? "",
        present: signedHash(format, content),
      },
      signature: await check(format, content, row.issuedAt),
    });
  const { badge } = row;
  return {
    state: row.state,
    publicId: row.publicId,
    serialNumber: row.serialNumber,
    printed: printed.success ? printed.data : null,
    payload: { name: "payload", noted: row.payloadHash, present: hashOf(row.payload) },
    certified: row.decision.outcome === "certified" || row.case.appeals.length > 0,
    suspended: row.suspensions.length > 0,
    revoked: row.revocations.length > 0,
    succeeded: row.supersededBy !== null,
    credential: badge && { name: "credential", noted: badge.unsignedHash, present: hashOf(badge.unsigned) },
    statusBits: row.statusBits.length,
    proofs,
    documents: row.documents.map(({ locale, bytes, sha256: noted }) => ({
      name: locale,
      noted,
      present: sha256(bytes),
    })),
    leaves: row.transparency.map(({ kind, leaf, leafHash }) => ({
      name: kind,
      noted: leafHash,
      present: hashOfLeaf(leaf as CertificateLeaf),
    })),
  };
}
