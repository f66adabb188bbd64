import type { CohortState } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { at, COPENHAGEN, dateOf, idOf, type Seed, workday } from "./base.ts";
import { personId } from "./people.ts";

/** A cohort as the demo tells it; days are calendar days or days from now. */
export type CohortPlan = {
  readonly slug: string;
  readonly versionId: string;
  readonly name: string;
  readonly state: CohortState;
  readonly capacity: number;
  readonly deadline: number | string;
  readonly startsOn: number | string;
  readonly endsOn: number | string;
  readonly city: string;
  readonly agreementId?: string;
  readonly timeZone?: string;
  readonly cancelReason?: string;
  readonly createdOn?: number | string;
  /** Keys of people; the first leads. */
  readonly facilitators: readonly string[];
};

/** The id of one of the demo's cohorts. */
export function cohortId(slug: string): string {
  return idOf(`cohort ${slug}`);
}

/** Writes a cohort with its teaching team, moved to its state. Returns its id. */
export async function seedCohort(seed: Seed, plan: CohortPlan): Promise<string> {
  const id = cohortId(plan.slug);
  const timeZone = plan.timeZone ?? COPENHAGEN;
  await seed.db.cohort.create({
    data: {
      id,
      slug: plan.slug,
      programmeVersionId: plan.versionId,
      agreementId: plan.agreementId ?? null,
      name: plan.name,
      capacity: plan.capacity,
      applicationDeadline: at(seed, plan.deadline, "23:59", timeZone),
      timeZone,
      city: plan.city,
      startsOn: dateOf(workday(seed, plan.startsOn)),
      endsOn: dateOf(workday(seed, plan.endsOn)),
      cancelReason: plan.cancelReason ?? null,
      createdAt: at(seed, plan.createdOn ?? -200),
      facilitators: {
        create: plan.facilitators.map((key, index) => ({ personId: personId(key), isLead: index === 0 })),
      },
    },
  });
  await advance(seed, "cohort", "draft", [{ id, to: plan.state }]);
  return id;
}
