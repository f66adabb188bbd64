import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { UNDER_WAY_OR_COMPLETED } from "@/lib/enrolments/rules/transitions";
import type { LoadedCohort } from "../facts/load-cohort";
import { decideEditing } from "../rules/planning";
import { decideJoiningTeam, decideLeavingTeam, type TeamFacts } from "../rules/team";

async function teamFacts(work: Work, cohort: LoadedCohort, personId: string): Promise<TeamFacts> {
  const { tx, now } = work;
  const grants = await tx.roleGrant.count({
    where: {
      personId,
      role: "facilitator",
      organisationId: cohort.providerId,
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
  });
  const enrolments = await tx.enrolment.count({
    where: { cohortId: cohort.id, personId, state: { in: [...UNDER_WAY_OR_COMPLETED] } },
  });
  const observations = await tx.observation.count({
    where: { assessorId: personId, enrolment: { cohortId: cohort.id } },
  });
  return { isFacilitator: grants > 0, isParticipant: enrolments > 0, hasAssessed: observations > 0 };
}

async function record(
  work: Work,
  cohort: LoadedCohort,
  what: DoneTo<"cohort">,
  personId: string,
): Promise<void> {
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: `cohort.${what}`,
    entity: "cohort",
    entityId: cohort.id,
    detail: { personId },
  });
}

/** Makes one of the team its lead, and nobody else. */
export async function setLead(work: Work, cohort: LoadedCohort, personId: string): Promise<void> {
  insist(decideEditing(cohort.state));
  await work.tx.cohortFacilitator.updateMany({
    where: { cohortId: cohort.id, isLead: true },
    data: { isLead: false },
  });
  const { count } = await work.tx.cohortFacilitator.updateMany({
    where: { cohortId: cohort.id, personId },
    data: { isLead: true },
  });
  if (count === 0) insist(refuse("notFound"));
  await record(work, cohort, "leadChanged", personId);
}

/** Takes somebody onto the teaching team; the first one leads it. Refused as `cohort.team.already` where they are on it. */
export async function addFacilitator(
  work: Work,
  cohort: LoadedCohort,
  personId: string,
  isLead: boolean,
): Promise<void> {
  insist(decideEditing(cohort.state));
  insist(decideJoiningTeam(await teamFacts(work, cohort, personId)));
  const { count } = await work.tx.cohortFacilitator.createMany({
    data: [{ cohortId: cohort.id, personId }],
    skipDuplicates: true,
  });
  if (count === 0) insist(refuse("cohort.team.already", undefined, "personId"));
  await record(work, cohort, "facilitatorAdded", personId);
  const leads = await work.tx.cohortFacilitator.count({ where: { cohortId: cohort.id, isLead: true } });
  if (isLead || leads === 0) await setLead(work, cohort, personId);
}

/** Takes somebody off the teaching team, who has no session to come there. */
export async function removeFacilitator(work: Work, cohort: LoadedCohort, personId: string): Promise<void> {
  insist(decideEditing(cohort.state));
  const toCome = await work.tx.sessionFacilitator.count({
    where: {
      personId,
      session: { cohortId: cohort.id, state: { in: ["planned", "confirmed"] } },
    },
  });
  insist(decideLeavingTeam(toCome));
  const { count } = await work.tx.cohortFacilitator.deleteMany({ where: { cohortId: cohort.id, personId } });
  if (count === 0) insist(refuse("notFound"));
  await record(work, cohort, "facilitatorRemoved", personId);
}
