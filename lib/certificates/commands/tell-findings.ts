import "server-only";
import type { Work } from "@/lib/auth/work";
import { hashOf } from "@/lib/core/hash";
import { type Finding, leavesOpen } from "../rules/soundness";
import { mailCertifiers } from "./mail-certifiers";

type Found = Finding & { readonly certificateId: string | null };

const fingerprintOf = ({ what, detail, certificateId }: Found): string =>
  hashOf({ what, detail, certificateId });

/**
 * Forgets what was told and is right again, so that it is news should it come back. What is still found stays, and so does what could
 * not be checked this time.
 */
async function forgetSettled(
  { tx }: Work,
  found: ReadonlyMap<string, Found>,
  unknown: readonly Found[],
): Promise<void> {
  const told = await tx.certificateFindingTold.findMany({
    select: { fingerprint: true, certificateId: true, what: true, detail: true },
  });
  const unknownOf = Map.groupBy(unknown, ({ certificateId }) => certificateId);
  const settled = told.filter(
    (each) =>
      !found.has(each.fingerprint) &&
      !unknownOf.get(each.certificateId)?.some((one) => leavesOpen(one, each)),
  );
  await tx.certificateFindingTold.deleteMany({
    where: { fingerprint: { in: settled.map(({ fingerprint }) => fingerprint) } },
  });
}

/** Of what was found wrong that which nobody was told of; from now on it counts as told. */
async function untold(work: Work, findings: readonly Found[]): Promise<Found[]> {
  const of = (verdict: Finding["verdict"]) => findings.filter((each) => each.verdict === verdict);
  const wrong = new Map(of("wrong").map((each) => [fingerprintOf(each), each]));
  await forgetSettled(work, wrong, of("unknown"));
  const fresh = await work.tx.certificateFindingTold.createManyAndReturn({
    data: [...wrong].map(([fingerprint, { what, detail, certificateId }]) => ({
      fingerprint,
      what,
      detail,
      certificateId,
      toldAt: work.now,
    })),
    skipDuplicates: true,
    select: { fingerprint: true },
  });
  return fresh.flatMap(({ fingerprint }) => wrong.get(fingerprint) ?? []);
}

/** How many of the findings concern each certifying body: those of its certificates, and those of none, which concern all of them. */
async function countByBody({ tx }: Work, fresh: readonly Found[]): Promise<Map<string, number>> {
  const ids = fresh.flatMap(({ certificateId }) => certificateId ?? []);
  const rows = await tx.certificate.findMany({
    where: { id: { in: ids } },
    select: { id: true, case: { select: { certifyingBodyId: true } } },
  });
  const bodyOf = new Map(rows.map((row) => [row.id, row.case.certifyingBodyId]));
  const general = fresh.filter(({ certificateId }) => certificateId === null).length;
  const bodies =
    general > 0
      ? await tx.organisation.findMany({ where: { kind: "certifying_body" }, select: { id: true } })
      : [];
  const counts = new Map(bodies.map(({ id }) => [id, general]));
  for (const { certificateId } of fresh) {
    const body = certificateId === null ? undefined : bodyOf.get(certificateId);
    if (body) counts.set(body, (counts.get(body) ?? general) + 1);
  }
  return counts;
}

/** Writes to everybody who administers the installation today. */
async function mailAdministrators(work: Work, count: number): Promise<void> {
  const inForce = { validFrom: { lte: work.now }, OR: [{ validTo: null }, { validTo: { gt: work.now } }] };
  const people = await work.tx.person.findMany({
    where: {
      closedAt: null,
      email: { not: null },
      roleGrants: { some: { role: "admin", AND: [inForce] } },
    },
    select: { email: true, name: true, locale: true },
  });
  for (const { email, name, locale } of people)
    if (email)
      await work.mail({
        template: "certificates-wrong",
        to: { email, name, locale },
        params: { count, path: "/admin/jobs" },
      });
}

/**
 * Tells of what a check found *wrong*, once per finding as long as it is not seen right in between: the certifiers of the body whose
 * certificate it is, every body's where it concerns the numbers or the roots, and the administrators. What could not be checked is on the
 * screen, and wakes nobody up.
 */
export async function tellFindings(work: Work, findings: readonly Found[]): Promise<void> {
  const fresh = await untold(work, findings);
  if (fresh.length === 0) return;
  for (const [body, count] of await countByBody(work, fresh))
    await mailCertifiers(work, body, [], {
      template: "certificates-wrong",
      params: { count, path: "/certify/certificates/checks" },
    });
  await mailAdministrators(work, fresh.length);
}
