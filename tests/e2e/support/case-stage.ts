import { randomBytes } from "node:crypto";
import { connect } from "../../../lib/db/client.ts";
import type { PrismaClient } from "../../../lib/db/generated/client.ts";
import { makeCase } from "../../factories/cases.ts";
import { makeCohort, makeSession } from "../../factories/cohorts.ts";
import { makeAttendance, makeEnrolment, makeProject } from "../../factories/enrolments.ts";
import { makeAuthorisation, makeFramework } from "../../factories/frameworks.ts";
import { makeObservation, makeVisit } from "../../factories/observations.ts";
import { makeOrganisation } from "../../factories/organisations.ts";
import {
  grantRole,
  type MadePerson,
  makeAffiliation,
  makePerson,
  makePersonInRole,
} from "../../factories/people.ts";
import { makeProgramme } from "../../factories/programmes.ts";
import { inDays } from "../../factories/unique.ts";

/** A certifying body of its own, with its people and one participant whose evidence is complete: a journey uses up nothing of the demo. */
export type CaseStage = {
  readonly caseId: string;
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly bodyId: string;
  readonly participant: MadePerson;
  readonly certifiers: readonly [MadePerson, MadePerson, MadePerson];
  readonly assessors: readonly [MadePerson, MadePerson];
  readonly staff: MadePerson;
  readonly coordinator: MadePerson;
  readonly criteria: readonly { readonly id: string; readonly code: string }[];
  /** The observations that were locked, by id. */
  readonly observations: readonly string[];
};

const mark = () => randomBytes(3).toString("hex");

/** Runs `work` with a client on the site's database. */
export async function withClient<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = connect(process.env.DATABASE_URL ?? "", 2);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** `pair`: only the first assessor has observed; the second has a visit that began an hour ago, and the case still lacks evidence. */
async function build(client: PrismaClient, pair = false): Promise<CaseStage> {
  const provider = await makeOrganisation(client, { kind: "provider" });
  const body = await makeOrganisation(client, { kind: "certifying_body" });
  const municipality = await makeOrganisation(client);
  const inBody = () => makePersonInRole(client, "certifier", body.id);
  const certifiers = [await inBody(), await inBody(), await inBody()] as const;
  const assessors = [
    await makePersonInRole(client, "assessor", body.id),
    await makePersonInRole(client, "assessor", body.id),
  ] as const;
  const facilitator = await makePersonInRole(client, "facilitator", provider.id);
  const framework = await makeFramework(client, { certifyingBodyId: body.id, criteria: 3 });
  const programme = await makeProgramme(client, {
    providerId: provider.id,
    certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
  });
  const cohort = await makeCohort(client, {
    programmeVersionId: programme.versionId,
    state: "running",
    facilitatorIds: [facilitator.id],
  });
  const session = await makeSession(client, { cohortId: cohort.id, state: "held" });
  const participant = await makePerson(client, { name: `Deltager ${mark()}` });
  await makeAffiliation(client, { personId: participant.id, organisationId: municipality.id });
  const { id: enrolmentId } = await makeEnrolment(client, {
    cohortId: cohort.id,
    personId: participant.id,
    organisationId: municipality.id,
  });
  await makeAttendance(client, { sessionId: session.id, enrolmentId, recordedById: facilitator.id });
  await makeProject(client, { enrolmentId, state: "concluded" });
  const observations: string[] = [];
  for (const assessor of pair ? assessors.slice(0, 1) : assessors) {
    const ratings = framework.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" as const }));
    observations.push((await makeObservation(client, { enrolmentId, assessorId: assessor.id, ratings })).id);
  }
  const evidenceDueOn = inDays(90);
  const its = await makeCase(client, { enrolmentId, state: pair ? "collecting" : "ready", evidenceDueOn });
  return {
    caseId: its.id,
    enrolmentId,
    cohortId: cohort.id,
    bodyId: body.id,
    participant,
    certifiers,
    assessors,
    staff: await makePersonInRole(client, "staff", provider.id),
    coordinator: await makePersonInRole(client, "coordinator", municipality.id),
    criteria: framework.criteria,
    observations,
  };
}

/** Makes a case that is ready to be recommended, with everybody in it. */
export function makeCaseStage(): Promise<CaseStage> {
  return withClient((client) => build(client));
}

/** Makes a case that lacks one observation, and the visit it can come from: of the second assessor's, begun an hour ago. */
export function makePairStage(): Promise<CaseStage & { readonly visitId: string }> {
  return withClient(async (client) => {
    const stage = await build(client, true);
    const [, lead] = stage.assessors;
    const { frameworkVersionId } = await client.certificationCase.findUniqueOrThrow({
      where: { id: stage.caseId },
    });
    await makeAuthorisation(client, { personId: lead.id, frameworkVersionId });
    const { id } = await makeVisit(client, {
      enrolmentId: stage.enrolmentId,
      assessorId: lead.id,
      startsAt: inDays(-1 / 24),
    });
    return { ...stage, visitId: id };
  });
}

/** One more observation of the stage's participant, shared with them and waiting for their response. */
export function shareAnotherObservation(stage: CaseStage): Promise<string> {
  return withClient(async (client) => {
    const ratings = stage.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" as const }));
    const { id } = await makeObservation(client, {
      enrolmentId: stage.enrolmentId,
      assessorId: stage.assessors[1].id,
      observedOn: inDays(0),
      state: "shared",
      ratings,
    });
    return id;
  });
}

/** Somebody else on the stage's cohort, whose case has no evidence yet. */
export function addLackingCase({ cohortId }: CaseStage): Promise<{ caseId: string; enrolmentId: string }> {
  return withClient(async (client) => {
    const { id: enrolmentId } = await makeEnrolment(client, { cohortId });
    const its = await makeCase(client, { enrolmentId, evidenceDueOn: inDays(90) });
    return { caseId: its.id, enrolmentId };
  });
}

/** A case of somebody else on the stage's cohort, decided some days ago and released; who it is about, and who decided. */
export function addDecidedCase({
  cohortId,
  bodyId,
}: CaseStage): Promise<{ caseId: string; participant: string; decider: string }> {
  return withClient(async (client) => {
    const participant = await makePerson(client, { name: `Deltager ${mark()}` });
    const enrolment = await makeEnrolment(client, { cohortId, personId: participant.id });
    const decider = await makePersonInRole(client, "certifier", bodyId);
    const its = await makeCase(client, {
      enrolmentId: enrolment.id,
      state: "released",
      deciderId: decider.id,
    });
    return { caseId: its.id, participant: participant.name, decider: decider.name };
  });
}

/** Gives somebody the certifier's role in the stage's body beside what they have. */
export function makeCertifierToo({ bodyId }: CaseStage, { id }: { id: string }): Promise<void> {
  return withClient(async (client) => {
    await grantRole(client, id, "certifier", bodyId);
  });
}

/** An open cohort like one of the demo's, with one seat taken and one free. */
export function makeNearlyFullCohort(like: string): Promise<{ id: string; slug: string; taken: number }> {
  return withClient(async (client) => {
    const { programmeVersionId } = await client.cohort.findUniqueOrThrow({ where: { slug: like } });
    const { id, slug } = await makeCohort(client, { programmeVersionId, state: "open", capacity: 2 });
    await makeEnrolment(client, { cohortId: id });
    return { id, slug, taken: 1 };
  });
}
