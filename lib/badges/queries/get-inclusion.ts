import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { isDisclosed } from "@/lib/certificates/rules/sharing";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { JsonObject } from "../rules/json-ld";
import {
  type CertificateLeaf,
  hashOfLeaf,
  inclusionDocumentOf,
  inclusionProofOf,
  rootLeafOf,
  veiledProofOf,
} from "../rules/transparency";

const day = (column: Date) => column.toISOString().slice(0, 10);

/** The leaf hashes of a tree in their order, the one for the root before included. */
async function hashesOf(number: number): Promise<string[]> {
  const [before, entries] = await Promise.all([
    database().merkleRoot.findUnique({
      where: { number: number - 1 },
      select: { number: true, day: true, size: true, root: true },
    }),
    database().transparencyEntry.findMany({
      where: { rootNumber: number },
      orderBy: { position: "asc" },
      select: { leafHash: true },
    }),
  ]);
  const first = before ? [hashOfLeaf(rootLeafOf({ ...before, day: day(before.day) }))] : [];
  return [...first, ...entries.map(({ leafHash }) => leafHash)];
}

/** Proofs to hand out, and whether the holder keeps the certificate to themself: then they are given more than others may have. */
export type Inclusion = { readonly document: JsonObject; readonly isPrivate: boolean };

/**
 * The proofs that what happened to a certificate is in the published trees; null where there is none with this public id. Without proofs
 * while the day of issue has not been sealed. Anybody may ask who has the id: the proofs name nobody, and where the holder keeps the
 * certificate to themself others get them without what they prove.
 */
export async function getInclusion(acting: Acting, publicId: string): Promise<Inclusion | null> {
  const certificate = await database().certificate.findUnique({
    where: { publicId },
    select: {
      holderId: true,
      sharing: { select: { visibility: true } },
      transparency: {
        orderBy: { rootNumber: "asc" },
        select: {
          position: true,
          leaf: true,
          merkleRoot: { select: { number: true, day: true, size: true, root: true } },
        },
      },
    },
  });
  if (!certificate) return null;
  const { holderId, sharing } = certificate;
  const disclosedTo = (readerId: string | null) => isDisclosed(sharing?.visibility, readerId, holderId);
  const proofs: JsonObject[] = [];
  for (const { leaf, position, merkleRoot } of certificate.transparency) {
    const hashes = await hashesOf(merkleRoot.number);
    const published = { ...merkleRoot, day: day(merkleRoot.day) };
    const proof = inclusionProofOf(leaf as CertificateLeaf, position, hashes, published);
    proofs.push(disclosedTo(acting.personId) ? proof : veiledProofOf(proof));
  }
  const document = inclusionDocumentOf(publicId, `${settings().publicUrl}/transparency/roots.json`, proofs);
  return { document, isPrivate: !disclosedTo(null) };
}
