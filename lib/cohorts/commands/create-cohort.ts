import "server-only";
import { decideUsingAgreement } from "@/lib/agreements/rules/access";
import type { Work } from "@/lib/auth/work";
import { dateColumn, endOfDay } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import { slugOf } from "@/lib/core/ids";
import { decideDates } from "../rules/planning";

/** What a cohort is. Days are `YYYY-MM-DD`; an empty slug is made from the name. */
export type CohortContent = {
  readonly name: string;
  readonly slug: string;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadlineOn: string;
  readonly timeZone: string;
  readonly offerHours: number;
};

/** The columns of what a cohort is: the deadline is the last instant of its day in the cohort's zone. */
export function cohortColumns(content: CohortContent) {
  const { deadlineOn, startsOn, endsOn, slug, ...same } = content;
  return {
    ...same,
    slug: slug || slugOf(content.name),
    startsOn: dateColumn(startsOn),
    endsOn: dateColumn(endsOn),
    applicationDeadline: endOfDay(deadlineOn, content.timeZone),
  };
}

/** Refuses an address that a programme has: the two share /programmes/<slug>. Among cohorts the database keeps it unique. */
export async function insistFreeSlug(work: Work, slug: string): Promise<void> {
  if (slug === "" || (await work.tx.programme.count({ where: { slug } })) > 0)
    insist(refuse("cohort.slugTaken", undefined, "slug"));
}

/** The published version and the provider a cohort is made for, as loaded by the action. */
export type CohortParent = {
  readonly programmeVersionId: string;
  readonly versionState: string;
  readonly providerId: string;
};

/** Makes a draft cohort of a published version, pinned to it; returns its id. An empty agreement id means open to everybody. */
export async function createCohort(
  work: Work,
  parent: CohortParent,
  content: CohortContent & { readonly capacity: number; readonly agreementId: string },
): Promise<string> {
  const { tx } = work;
  const { agreementId, capacity, ...what } = content;
  if (parent.versionState !== "published")
    insist(refuse("cohort.opening.version", undefined, "programmeVersionId"));
  insist(decideDates(what));
  if (agreementId) {
    const agreement = await tx.agreement.findUnique({
      where: { id: agreementId },
      select: { providerId: true, state: true },
    });
    insist(decideUsingAgreement(agreement, parent.providerId));
  }
  const columns = cohortColumns(what);
  await insistFreeSlug(work, columns.slug);
  const { id } = await tx.cohort.create({
    data: {
      ...columns,
      capacity,
      programmeVersionId: parent.programmeVersionId,
      agreementId: agreementId || null,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `cohort:${id}`,
    action: "cohort.created",
    entity: "cohort",
    entityId: id,
    detail: { programmeVersionId: parent.programmeVersionId, capacity, slug: columns.slug },
  });
  return id;
}
