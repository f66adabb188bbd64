import "server-only";
import type { Work } from "@/lib/auth/work";
import { CERTIFICATE_ZONE } from "@/lib/certificates/rules/payload";
import { dateColumn, dayOf, endOfDay } from "@/lib/core/dates";
import { dayToSeal, type Happening, type PublishedRoot, sealDay } from "../rules/transparency";

/** Names the lock under which roots are made, one at a time. */
const SEAL_LOCK = 7_300_911;
/** A transaction may end this long after the time it carries; a day is sealed only after that. */
const MARGIN_MS = 10 * 60_000;
const BATCH = 1_000;

const DAY_MS = 86_400_000;

const certificate = {
  id: true,
  publicId: true,
  payloadHash: true,
  badge: { select: { unsignedHash: true } },
} as const;

type CertificateRow = {
  readonly id: string;
  readonly publicId: string;
  readonly payloadHash: string;
  readonly badge: { readonly unsignedHash: string } | null;
};

function happening(row: CertificateRow, kind: Happening["kind"], at: Date | null): Happening[] {
  if (!row.badge || !at) return [];
  const { id: certificateId, publicId, payloadHash } = row;
  return [{ certificateId, kind, publicId, at, payloadHash, credentialHash: row.badge.unsignedHash }];
}

/** What happened up to `until` and is in no tree yet. */
async function unsealed({ tx }: Work, until: Date): Promise<Happening[]> {
  const issued = await tx.certificate.findMany({
    where: { issuedAt: { lte: until }, badge: { isNot: null }, transparency: { none: { kind: "issued" } } },
    select: { ...certificate, issuedAt: true },
  });
  const revoked = await tx.certificateRevocation.findMany({
    where: {
      confirmedAt: { lte: until },
      certificate: { badge: { isNot: null }, transparency: { none: { kind: "revoked" } } },
    },
    select: { confirmedAt: true, certificate: { select: certificate } },
  });
  return [
    ...issued.flatMap((row) => happening(row, "issued", row.issuedAt)),
    ...revoked.flatMap((row) => happening(row.certificate, "revoked", row.confirmedAt)),
  ];
}

async function newestRoot({ tx }: Work): Promise<PublishedRoot | null> {
  const row = await tx.merkleRoot.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, day: true, size: true, root: true },
  });
  return row && { ...row, day: row.day.toISOString().slice(0, 10) };
}

/**
 * Seals the earliest day that has ended and has something to seal, and returns it; null where there is nothing (more) to seal. Whatever
 * is not in a tree yet gets into one, also what carries a time before the newest root.
 */
export async function sealNextDay(work: Work): Promise<string | null> {
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEAL_LOCK})`;
  const today = dayOf(new Date(work.now.getTime() - MARGIN_MS), CERTIFICATE_ZONE);
  const newestEnded = new Date(dateColumn(today).getTime() - DAY_MS).toISOString().slice(0, 10);
  const previous = await newestRoot(work);
  const waiting = (await unsealed(work, endOfDay(newestEnded, CERTIFICATE_ZONE))).map((each) => ({
    each,
    day: dayToSeal(dayOf(each.at, CERTIFICATE_ZONE), previous?.day ?? null, newestEnded),
  }));
  const [day] = waiting.flatMap((one) => one.day ?? []).sort();
  if (day === undefined) return null;
  const number = (previous?.number ?? 0) + 1;
  const { leaves, ...tree } = sealDay(
    waiting.filter((one) => one.day === day).map(({ each }) => each),
    previous,
  );
  await work.tx.merkleRoot.create({
    data: {
      ...tree,
      number,
      day: dateColumn(day),
      previousRoot: previous?.root ?? null,
      sealedAt: work.now,
    },
    select: { number: true },
  });
  for (let start = 0; start < leaves.length; start += BATCH)
    await work.tx.transparencyEntry.createMany({
      data: leaves.slice(start, start + BATCH).map((leaf) => ({ ...leaf, rootNumber: number })),
    });
  await work.audit({
    stream: "transparency",
    action: "transparency.sealed",
    entity: "merkle_root",
    entityId: String(number),
    detail: { day, root: tree.root, size: tree.size },
  });
  return day;
}
