import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, type Refusal, RefusalError } from "@/lib/core/decision";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import { type Placed, placeApplicants } from "@/lib/enrolments/commands/place-applicants";
import type { LockedCohort } from "@/lib/enrolments/facts/cohort-capacity";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideAdmission } from "../rules/review";
import { reviewFacts, takeUpApplications } from "./decide-application";
import type { LoadedApplication } from "./load-application";

/** What became of one application of several that were to be admitted. */
export type Admission = { readonly application: LoadedApplication; readonly outcome: Placed };

type Whole = LoadedApplication & { readonly participantRole: ParticipantRole };

/** Why an application cannot be admitted now; null where it can. */
function refusalOf(application: LoadedApplication): Refusal | null {
  const decision = decideAdmission(reviewFacts(application));
  if (!decision.ok) return decision.refusal;
  return application.participantRole === null ? { code: "application.notOpen" } : null;
}

/**
 * Admits applications in the order in which they are given: each onto a seat, or into the queue where there is none for them; tells
 * each applicant which. What cannot be admitted stays as it is, and says why; the others are admitted all the same. `cohort` and
 * `applications` are read under the cohort's lock. Written by the work's closing statement.
 */
export async function admitApplications(
  work: Work,
  cohort: LockedCohort,
  applications: readonly LoadedApplication[],
): Promise<Admission[]> {
  const able = applications.filter((application): application is Whole => refusalOf(application) === null);
  const reviewed = await takeUpApplications(work, able);
  const outcomes = await placeApplicants(work, cohort, reviewed);
  const placed = new Map(able.map(({ id }, index) => [id, outcomes[index]]));
  const admissions: Admission[] = [];
  for (const application of applications) {
    const refusal = refusalOf(application) ?? { code: "conflict" };
    const outcome = placed.get(application.id) ?? { kind: "refused" as const, refusal };
    admissions.push({ application, outcome });
    if (outcome.kind === "refused") continue;
    await work.audit({
      stream: `application:${application.id}`,
      action: outcome.kind === "enrolled" ? "application.admitted" : "application.waitlisted",
      entity: "application",
      entityId: application.id,
      detail:
        outcome.kind === "enrolled" ? { enrolmentId: outcome.enrolmentId } : { place: outcome.position },
    });
    await tellPlacement(work, cohort, application, outcome);
  }
  return admissions;
}

/** Admits one application, as above; refused as `application.…` where it or the cohort is not there yet, or not any more. */
export async function admitApplication(
  work: Work,
  cohort: LockedCohort,
  application: LoadedApplication,
): Promise<Exclude<Placed, { kind: "refused" }>> {
  insist(decideAdmission(reviewFacts(application)));
  const [admission] = await admitApplications(work, cohort, [application]);
  if (!admission) throw new RefusalError({ code: "conflict" });
  if (admission.outcome.kind === "refused") throw new RefusalError(admission.outcome.refusal);
  return admission.outcome;
}

async function tellPlacement(
  work: Work,
  cohort: LockedCohort,
  application: LoadedApplication,
  placed: Exclude<Placed, { kind: "refused" }>,
): Promise<void> {
  const to = recipientOf(application.person);
  if (!to) return;
  const about = {
    programme: cohort.programme,
    cohort: cohort.name,
    path: `/my/applications/${application.id}`,
  };
  if (placed.kind === "queued") {
    await work.mail({
      template: "application-waitlisted",
      to,
      params: { ...about, position: placed.position },
    });
    return;
  }
  const params = { ...about, startsOn: cohort.startsOn.toISOString().slice(0, 10) };
  await work.mail({ template: "application-admitted", to, params });
}
