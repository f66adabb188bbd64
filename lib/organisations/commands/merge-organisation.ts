import "server-only";
import { visibleOrganisations } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { Prisma } from "@/lib/db/generated/client";
import { BINDING, countReferences, organisationReferences } from "../facts/references";
import { decideMerging, type MergeSide } from "../rules/merging";

async function readSide(work: Work, id: string): Promise<(MergeSide & { gln: string | null }) | null> {
  const found = await work.tx.organisation.findFirst({
    where: { AND: [{ id }, visibleOrganisations(work.acting)] },
    select: { id: true, country: true, registrationNumber: true, gln: true, mergedIntoId: true },
  });
  return found && { ...found, isMerged: found.mergedIntoId !== null };
}

/** Both records, locked in the order of their ids; null where one of them is not there for the acting person. */
export async function loadMerge(work: Work, goneId: string, keptId: string) {
  for (const id of [goneId, keptId].sort())
    await work.tx.$executeRaw`SELECT 1 FROM organisation WHERE id = ${id}::uuid FOR UPDATE`;
  const [gone, kept] = [await readSide(work, goneId), await readSide(work, keptId)];
  return gone && kept && { gone, kept };
}

export type LoadedMerge = NonNullable<Awaited<ReturnType<typeof loadMerge>>>;

/**
 * Rows of which the kept record has one already, by a key that may be there once: those of the record that goes are dropped, because they say
 * the same. A role held in both is one role from the earlier day on.
 */
async function dropDoubles(work: Work, gone: string, kept: string): Promise<void> {
  const { tx } = work;
  await tx.$executeRaw`
    DELETE FROM agreement_partner a USING agreement_partner b
    WHERE a.organisation_id = ${gone}::uuid AND b.organisation_id = ${kept}::uuid AND a.agreement_id = b.agreement_id`;
  await tx.$executeRaw`
    UPDATE role_grant k SET valid_from = least(k.valid_from, g.valid_from)
    FROM role_grant g
    WHERE k.organisation_id = ${kept}::uuid AND g.organisation_id = ${gone}::uuid AND k.person_id = g.person_id AND k.role = g.role
      AND tstzrange(k.valid_from, k.valid_to) && tstzrange(g.valid_from, g.valid_to)
      AND NOT EXISTS (SELECT 1 FROM role_grant o WHERE o.id <> k.id AND o.person_id = k.person_id AND o.role = k.role
                      AND o.organisation_id = k.organisation_id
                      AND tstzrange(o.valid_from, o.valid_to) && tstzrange(least(k.valid_from, g.valid_from), k.valid_to))`;
  await tx.$executeRaw`
    DELETE FROM role_grant g USING role_grant k
    WHERE g.organisation_id = ${gone}::uuid AND k.organisation_id = ${kept}::uuid AND k.person_id = g.person_id AND k.role = g.role
      AND tstzrange(k.valid_from, k.valid_to) && tstzrange(g.valid_from, g.valid_to)`;
  // One class of seats where both records had one: the numbers go over to the one that stays.
  await tx.$executeRaw`
    UPDATE kept_seat s SET seat_class_id = k.id
    FROM seat_class g JOIN seat_class k ON k.cohort_id = g.cohort_id AND k.track_id IS NOT DISTINCT FROM g.track_id
    WHERE s.seat_class_id = g.id AND g.organisation_id = ${gone}::uuid AND k.organisation_id = ${kept}::uuid
      AND g.released_at IS NULL AND k.released_at IS NULL`;
  await tx.$executeRaw`
    DELETE FROM seat_class g USING seat_class k
    WHERE g.organisation_id = ${gone}::uuid AND k.organisation_id = ${kept}::uuid AND k.cohort_id = g.cohort_id
      AND k.track_id IS NOT DISTINCT FROM g.track_id AND g.released_at IS NULL AND k.released_at IS NULL`;
}

/**
 * Merges one record of an organisation into another: everything that points to it points to the other afterwards, numbers the other lacks
 * go over, and the empty record stays, with its names, and says where it went. Refused as `organisation.merge…`.
 */
export async function mergeOrganisation(work: Work, { gone, kept }: LoadedMerge): Promise<void> {
  const counts = await countReferences(work.tx, gone.id);
  const bound = Object.fromEntries(Object.entries(counts).filter(([name]) => BINDING.includes(name)));
  insist(decideMerging(gone, kept, bound));
  await dropDoubles(work, gone.id, kept.id);
  for (const { table, column } of await organisationReferences(work.tx))
    await work.tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${column}"`)} = ${kept.id}::uuid
      WHERE ${Prisma.raw(`"${column}"`)} = ${gone.id}::uuid`;
  await work.tx.organisation.updateMany({
    where: { mergedIntoId: gone.id },
    data: { mergedIntoId: kept.id },
  });
  await work.tx.organisation.update({
    where: { id: gone.id },
    data: { mergedIntoId: kept.id, mergedAt: work.now, registrationNumber: null, gln: null },
  });
  await work.tx.organisation.update({
    where: { id: kept.id },
    data: {
      registrationNumber: kept.registrationNumber ?? gone.registrationNumber,
      country: kept.registrationNumber ? kept.country : gone.country,
      gln: kept.gln ?? gone.gln,
    },
  });
  for (const id of [gone.id, kept.id])
    await work.audit({
      stream: `organisation:${id}`,
      action: "organisation.merged",
      entity: "organisation",
      entityId: gone.id,
      detail: { into: kept.id, moved: counts, registrationNumber: gone.registrationNumber, gln: gone.gln },
    });
}
