import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { LoadedCohort } from "../facts/load-cohort";
import { decideDates, decideEditing, decideSlugChange } from "../rules/planning";
import { type CohortContent, cohortColumns, insistFreeSlug } from "./create-cohort";

/** Changes what a cohort is, as long as it is the one that was read (`version`). A zone stays once there are sessions in it. */
export async function editCohort(
  work: Work,
  cohort: LoadedCohort,
  version: number,
  content: CohortContent,
): Promise<void> {
  const { tx } = work;
  insist(decideEditing(cohort.state));
  insist(decideDates(content));
  const columns = cohortColumns(content);
  insist(decideSlugChange(cohort.state, cohort.slug, columns.slug));
  if (columns.slug !== cohort.slug) await insistFreeSlug(work, columns.slug);
  if (
    columns.timeZone !== cohort.timeZone &&
    (await tx.session.count({ where: { cohortId: cohort.id } })) > 0
  )
    insist(refuse("cohort.zoneFixed", undefined, "timeZone"));
  const { count } = await tx.cohort.updateMany({
    where: { id: cohort.id, version, state: cohort.state },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "cohort.edited",
    entity: "cohort",
    entityId: cohort.id,
    detail: {
      before: {
        startsOn: cohort.startsOn.toISOString().slice(0, 10),
        endsOn: cohort.endsOn.toISOString().slice(0, 10),
        deadline: cohort.applicationDeadline.toISOString(),
      },
      after: { startsOn: content.startsOn, endsOn: content.endsOn, deadline: columns.applicationDeadline },
    },
  });
}
