import type { Actor } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCohort } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeAuthorisation, makeFramework } from "../../factories/frameworks";
import { makeVisit } from "../../factories/observations";
import { makeOrganisation } from "../../factories/organisations";
import { makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";

/** A certifying programme with a running cohort, an authorised assessor, and what is made as a test needs it. */
export async function makeStage(client: PrismaClient) {
  const provider = await makeOrganisation(client, { kind: "provider" });
  const body = await makeOrganisation(client, { kind: "certifying_body" });
  const municipality = await makeOrganisation(client, { kind: "municipality" });
  const framework = await makeFramework(client, { certifyingBodyId: body.id, criteria: 3, responseDays: 14 });
  const programme = await makeProgramme(client, {
    providerId: provider.id,
    certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
  });
  const facilitator = await makePersonInRole(client, "facilitator", provider.id);
  const cohort = await makeCohort(client, {
    programmeVersionId: programme.versionId,
    state: "running",
    facilitatorIds: [facilitator.id],
  });
  const certifier = await makePersonInRole(client, "certifier", body.id);

  /** An assessor of the body, with an authorisation unless told otherwise. */
  async function assessor({ authorised = true } = {}) {
    const person = await makePersonInRole(client, "assessor", body.id);
    if (authorised) {
      await makeAuthorisation(client, { personId: person.id, frameworkVersionId: framework.versionId });
    }
    return { ...person, actor: await actorOf(client, person.id) };
  }

  /** Somebody on the cohort, employed by the municipality, with a case. */
  async function participant(cohortId = cohort.id) {
    const person = await makePerson(client);
    await makeAffiliation(client, { personId: person.id, organisationId: municipality.id });
    const enrolment = await makeEnrolment(client, {
      cohortId,
      personId: person.id,
      organisationId: municipality.id,
    });
    await makeCase(client, { enrolmentId: enrolment.id });
    return { ...person, enrolmentId: enrolment.id, actor: await actorOf(client, person.id) };
  }

  /** A visit of an assessor's to a participant that began an hour ago. */
  async function begunVisit(assessorId: string, enrolmentId: string) {
    return makeVisit(client, { assessorId, enrolmentId, startsAt: inDays(-1 / 24) });
  }

  return {
    provider,
    body,
    municipality,
    framework,
    programme,
    facilitator,
    cohort,
    certifier,
    assessor,
    participant,
    begunVisit,
  };
}

export type Stage = Awaited<ReturnType<typeof makeStage>>;

/** A form's values of a whole draft: everything written, every criterion rated. */
export function wholeDraft(
  stage: Stage,
  observationId: string,
  version: number,
  seen = "Spurgte tre gange ind.",
) {
  return {
    observationId,
    version: String(version),
    observedOn: new Date().toISOString().slice(0, 10),
    situation: "Værksted med otte medarbejdere",
    seen,
    interpreted: "Giver plads til andres viden.",
    ratings: stage.framework.criteria.map(({ id }, index) => ({
      criterionId: id,
      rating: ["reached", "not_seen", "partly"][index],
      evidence: index === 0 ? "Tre spørgsmål" : "",
    })),
  };
}

/** A form's values of a visit, `days` from now, at a whole hour. */
export function booking(enrolmentId: string, days = 5) {
  return { enrolmentId, ...timesOfForm(inDays(days)), place: "Rådhuset, lokale 4" };
}

/** The day and the hours of a visit of three quarters of an hour, as a form has them. */
export function timesOfForm(startsAt: Date) {
  const wall = wallTimeOf(startsAt, "Europe/Copenhagen");
  return { day: wall.slice(0, 10), from: wall.slice(11, 13), to: `${wall.slice(11, 13)}.45` };
}

export type Someone = { readonly id: string; readonly actor: Actor };
