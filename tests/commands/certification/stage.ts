import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeAttendance, makeEnrolment, makeProject } from "../../factories/enrolments";
import { makeFramework } from "../../factories/frameworks";
import { makeObservation } from "../../factories/observations";
import { makeOrganisation } from "../../factories/organisations";
import { makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actorOf } from "../../factories/sign-in";
import { call } from "../../policy/call";
import type { AnyAction } from "../../policy/row";

/** A certifying body with its people, a cohort, and ways to put participants on it. */
export type Stage = Awaited<ReturnType<typeof makeStage>>;

/** One certifying programme with a running cohort, two assessors and four certifiers. */
export async function makeStage(client: PrismaClient, options: { validityMonths?: number } = {}) {
  const provider = await makeOrganisation(client, { kind: "provider" });
  const body = await makeOrganisation(client, {
    kind: "certifying_body",
    names: [
      {
        name: "Center for Offentlig Innovation",
        shortName: "COI",
        validFrom: "2014-01-01",
        validTo: "2024-01-01",
      },
      { name: "Center for Offentlig-Privat Innovation", shortName: "CO-PI", validFrom: "2024-01-01" },
    ],
  });
  const municipality = await makeOrganisation(client);
  const people = {
    staff: await makePersonInRole(client, "staff", provider.id),
    facilitator: await makePersonInRole(client, "facilitator", provider.id),
    assessors: [
      await makePersonInRole(client, "assessor", body.id),
      await makePersonInRole(client, "assessor", body.id),
    ] as const,
    certifiers: [
      await makePersonInRole(client, "certifier", body.id),
      await makePersonInRole(client, "certifier", body.id),
      await makePersonInRole(client, "certifier", body.id),
      await makePersonInRole(client, "certifier", body.id),
    ] as const,
  };
  const framework = await makeFramework(client, {
    certifyingBodyId: body.id,
    criteria: 3,
    certificateValidityMonths: options.validityMonths ?? 60,
  });
  const programme = await makeProgramme(client, {
    providerId: provider.id,
    certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
  });
  const cohort = await makeCohort(client, {
    programmeVersionId: programme.versionId,
    state: "running",
    capacity: 200,
    facilitatorIds: [people.facilitator.id],
  });
  const session = await makeSession(client, { cohortId: cohort.id, state: "held" });
  return { client, provider, body, municipality, people, framework, programme, cohort, session };
}

/** Somebody on the stage's cohort who works for the municipality. Their enrolment and address. */
export async function enrol(stage: Stage, name?: string) {
  const person = await makePerson(stage.client, name ? { name } : {});
  await makeAffiliation(stage.client, { personId: person.id, organisationId: stage.municipality.id });
  const enrolment = await makeEnrolment(stage.client, {
    cohortId: stage.cohort.id,
    personId: person.id,
    organisationId: stage.municipality.id,
  });
  return { person, enrolmentId: enrolment.id };
}

/** Gives an enrolment everything that the scheme asks: attendance, a concluded project, one observation by each assessor; `photo`: with one. */
export async function giveEvidence(stage: Stage, enrolmentId: string, photo = false): Promise<void> {
  const { client, session, people, framework } = stage;
  await makeAttendance(client, { sessionId: session.id, enrolmentId, recordedById: people.facilitator.id });
  await makeProject(client, { enrolmentId, state: "concluded" });
  for (const assessor of people.assessors) {
    await makeObservation(client, {
      enrolmentId,
      assessorId: assessor.id,
      photo,
      ratings: framework.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" })),
    });
  }
}

/** Carries out an action as somebody would by a form. */
export async function act(
  client: PrismaClient,
  who: { id: string } | Actor,
  action: AnyAction,
  values: Record<string, unknown>,
) {
  const actor = "grants" in who ? who : await actorOf(client, who.id);
  return call(client, action, actor, values, randomUUID());
}
