import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleOrganisations } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "../facts/names";
import { BINDING, countReferences } from "../facts/references";
import { decideMerging } from "../rules/merging";
import { nameAt } from "../rules/name-at";

export type MergePreview = NonNullable<Awaited<ReturnType<typeof previewMerge>>>;

function readSide(acting: Acting, id: string) {
  return database().organisation.findFirst({
    where: { AND: [{ id }, visibleOrganisations(acting)] },
    select: {
      id: true,
      country: true,
      registrationNumber: true,
      mergedIntoId: true,
      names: namesSelect,
    },
  });
}

/** What merging one record of an organisation into another would move, and whether it may be; null where one is not there. */
export async function previewMerge(acting: Acting, goneId: string, keptId: string, now: Date) {
  const [gone, kept] = await Promise.all([readSide(acting, goneId), readSide(acting, keptId)]);
  if (!gone || !kept) return null;
  const counts = await countReferences(database(), gone.id);
  const bound = Object.fromEntries(Object.entries(counts).filter(([name]) => BINDING.includes(name)));
  const side = ({ id, country, registrationNumber, mergedIntoId }: typeof gone) => ({
    id,
    country,
    registrationNumber,
    isMerged: mergedIntoId !== null,
  });
  const today = civilDay(now);
  const decision = decideMerging(side(gone), side(kept), bound);
  return {
    goneId,
    keptId,
    gone: nameAt(gone.names, today)?.name ?? "",
    kept: nameAt(kept.names, today)?.name ?? "",
    moved: Object.values(counts).reduce((total, rows) => total + rows, 0),
    people: (counts["affiliation.organisation_id"] ?? 0) + (counts["role_grant.organisation_id"] ?? 0),
    applications: counts["application.organisation_id"] ?? 0,
    seats: counts["enrolment.organisation_id"] ?? 0,
    agreements: counts["agreement_partner.organisation_id"] ?? 0,
    invoices: counts["invoice.buyer_organisation_id"] ?? 0,
    refusal: decision.ok ? null : decision.refusal.code,
  };
}
