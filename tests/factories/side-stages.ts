import type { Db } from "../../lib/db/client.ts";
import type {
  Certificate,
  CertificationCase,
  Enrolment,
  Observation,
} from "../../lib/db/generated/client.ts";
import type { ApplicationState, CaseState, ObservationState } from "../../lib/db/generated/enums.ts";
import { makeApplication } from "./applications.ts";
import { makeCase } from "./cases.ts";
import { makeCertificate } from "./certificates.ts";
import { makeEnrolment, makeProject } from "./enrolments.ts";
import { makeObservation } from "./observations.ts";
import { inDays } from "./unique.ts";

const OBSERVATION_STATES = [
  "draft",
  "submitted",
  "returned",
  "shared",
  "responded",
  "response_lapsed",
  "locked",
] as const satisfies readonly ObservationState[];
const CASE_STATES = [
  "collecting",
  "ready",
  "recommended",
  "hearing",
  "decided",
  "released",
  "appealed",
  "upheld",
  "changed",
  "discontinued",
] as const satisfies readonly CaseState[];
const APPLICATION_STATES = [
  "draft",
  "submitted",
  "manager_pending",
  "manager_approved",
  "manager_declined",
  "under_review",
  "admitted",
  "waitlisted",
  "declined",
  "withdrawn",
] as const satisfies readonly ApplicationState[];

export type StagePlace = {
  readonly runningCohortId: string;
  readonly openCohortId: string;
  readonly organisationId: string;
  readonly assessorId: string;
  readonly certifierId: string;
  readonly criteria: readonly { id: string }[];
};

/** One enrolment, with an observation, for every state an observation can be in. */
export async function makeObservedEnrolments(
  db: Db,
  place: StagePlace,
): Promise<Record<ObservationState, { enrolment: Enrolment; observation: Observation }>> {
  const made: Partial<Record<ObservationState, { enrolment: Enrolment; observation: Observation }>> = {};
  for (const state of OBSERVATION_STATES) {
    const enrolment = await enrol(db, place);
    await makeCase(db, { enrolmentId: enrolment.id });
    const observation = await observe(db, place, enrolment.id, state);
    made[state] = { enrolment, observation };
  }
  return complete(made, OBSERVATION_STATES);
}

/**
 * One observed enrolment with its case for every state a case can be in. The world's first certifier has released what
 * is released; people near to nobody recommended and decided, so that either certifier can take the next step.
 */
export async function makeCases(
  db: Db,
  place: StagePlace,
): Promise<Record<CaseState, { enrolment: Enrolment; case: CertificationCase }>> {
  const made: Partial<Record<CaseState, { enrolment: Enrolment; case: CertificationCase }>> = {};
  for (const state of CASE_STATES) {
    const enrolment = await enrol(db, place);
    await makeProject(db, { enrolmentId: enrolment.id, state: "concluded" });
    await observe(db, place, enrolment.id, "locked");
    const adverse = ["appealed", "upheld", "changed"].includes(state);
    made[state] = {
      enrolment,
      case: await makeCase(db, {
        enrolmentId: enrolment.id,
        state,
        outcome: adverse ? "not_certified" : "certified",
        releaserId: place.certifierId,
      }),
    };
  }
  return complete(made, CASE_STATES);
}

/** Somebody certified on the running cohort, and their current certificate. */
export async function makeCertified(
  db: Db,
  place: StagePlace,
): Promise<{ enrolment: Enrolment; case: CertificationCase; certificate: Certificate }> {
  const enrolment = await enrol(db, place);
  await observe(db, place, enrolment.id, "locked");
  const released = await makeCase(db, {
    enrolmentId: enrolment.id,
    state: "released",
    releaserId: place.certifierId,
  });
  return {
    enrolment,
    case: released,
    certificate: await makeCertificate(db, { caseId: released.id, validUntil: inDays(1800) }),
  };
}

/** One application to the open cohort for every state an application can be in; the ids of their persons differ. */
export async function makeApplications(
  db: Db,
  place: StagePlace,
): Promise<Record<ApplicationState, { id: string; personId: string }>> {
  const made: Partial<Record<ApplicationState, { id: string; personId: string }>> = {};
  for (const state of APPLICATION_STATES) {
    made[state] = await makeApplication(db, {
      cohortId: place.openCohortId,
      organisationId: place.organisationId,
      state,
    });
  }
  return complete(made, APPLICATION_STATES);
}

function enrol(db: Db, place: StagePlace): Promise<Enrolment> {
  return makeEnrolment(db, { cohortId: place.runningCohortId, organisationId: place.organisationId });
}

function observe(db: Db, place: StagePlace, enrolmentId: string, state: ObservationState) {
  return makeObservation(db, {
    enrolmentId,
    assessorId: place.assessorId,
    organisationId: place.organisationId,
    state,
    photo: true,
    ratings: place.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" })),
  });
}

function complete<K extends string, V>(made: Partial<Record<K, V>>, keys: readonly K[]): Record<K, V> {
  for (const key of keys) if (made[key] === undefined) throw new Error(`${key} was not made`);
  return made as Record<K, V>;
}
