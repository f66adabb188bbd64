import { connect } from "../../../lib/db/client.ts";
import type { PrismaClient } from "../../../lib/db/generated/client.ts";
import { makeCase } from "../../factories/cases.ts";
import { makeCohort } from "../../factories/cohorts.ts";
import { makeEnrolment } from "../../factories/enrolments.ts";
import { makeAuthorisation, makeFramework } from "../../factories/frameworks.ts";
import { makeVisit } from "../../factories/observations.ts";
import { makeOrganisation } from "../../factories/organisations.ts";
import { makeAffiliation, makePerson, makePersonInRole } from "../../factories/people.ts";
import { makeProgramme } from "../../factories/programmes.ts";
import { inDays } from "../../factories/unique.ts";

/** Runs `work` on the site's database through the factories. */
async function onDatabase<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("The journeys need DATABASE_URL");
  const client = connect(url, 2);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/**
 * A certifying body of its own with two authorised assessors and a certifier, and a participant of a running cohort: what a journey about
 * observing begins with, so that it uses up nothing of the demo's and disturbs nobody.
 */
export function makeObservationStage(criteria = 3) {
  return onDatabase(async (client) => {
    const provider = await makeOrganisation(client, { kind: "provider" });
    const body = await makeOrganisation(client, { kind: "certifying_body" });
    const municipality = await makeOrganisation(client, { kind: "municipality" });
    const framework = await makeFramework(client, { certifyingBodyId: body.id, criteria, responseDays: 14 });
    const programme = await makeProgramme(client, {
      providerId: provider.id,
      certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
    });
    const cohort = await makeCohort(client, { programmeVersionId: programme.versionId, state: "running" });
    const assessors = [];
    for (let number = 0; number < 2; number++) {
      const person = await makePersonInRole(client, "assessor", body.id);
      await makeAuthorisation(client, { personId: person.id, frameworkVersionId: framework.versionId });
      assessors.push(person);
    }
    const certifier = await makePersonInRole(client, "certifier", body.id);
    const participant = await makePerson(client);
    await makeAffiliation(client, { personId: participant.id, organisationId: municipality.id });
    const enrolment = await makeEnrolment(client, {
      cohortId: cohort.id,
      personId: participant.id,
      organisationId: municipality.id,
    });
    await makeCase(client, { enrolmentId: enrolment.id });
    const [assessor, second] = assessors;
    if (!assessor || !second) throw new Error("unreachable");
    return { body, framework, cohort, assessor, second, certifier, participant, enrolmentId: enrolment.id };
  });
}

export type ObservationStage = Awaited<ReturnType<typeof makeObservationStage>>;

/** A draft of the stage's assessor, of a visit that began an hour ago; its id. */
export function makeDraft({ assessor, enrolmentId }: ObservationStage): Promise<string> {
  return onDatabase(async (client) => {
    const visit = await makeVisit(client, {
      enrolmentId,
      assessorId: assessor.id,
      startsAt: inDays(-1 / 24),
    });
    const { id } = await client.observation.create({
      data: {
        enrolmentId,
        assessorId: assessor.id,
        visitId: visit.id,
        observedOn: new Date(new Date().toISOString().slice(0, 10)),
      },
      select: { id: true },
    });
    return id;
  });
}
