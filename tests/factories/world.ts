import type { PrismaClient } from "../../lib/db/generated/client.ts";
import { makeApplication, makeWaitlistEntry } from "./applications.ts";
import { makeRound } from "./calibration.ts";
import { makeComplaint, makeRepresentative } from "./case-parties.ts";
import { makeCase } from "./cases.ts";
import { makeCohort, makeSession } from "./cohorts.ts";
import { makeEnrolment, makeProject } from "./enrolments.ts";
import { makeAuthorisation, makeFramework } from "./frameworks.ts";
import { makeVisit } from "./observations.ts";
import { makeOrganisation } from "./organisations.ts";
import { makePair } from "./pairs.ts";
import { grantRole, makeAffiliation, makePerson, makePersonInRole } from "./people.ts";
import { makeProgramme } from "./programmes.ts";
import { makeReview } from "./samples.ts";
import {
  makeApplications,
  makeCases,
  makeCertified,
  makeObservedEnrolments,
  type StagePlace,
} from "./side-stages.ts";

/**
 * One provider, one certifying body and one municipality with their people, and everything that can happen between them
 * once. `colleague` stands for the same organisation: staff of the same provider, an assessor and a certifier of the same
 * body who has nothing to do with any row.
 */
export type Side = Awaited<ReturnType<typeof makeSide>>;

/** Two sides that have nothing in common but the installation. */
export type World = { readonly own: Side; readonly foreign: Side; readonly stranger: { id: string } };

/**
 * Builds the world of the generated policy test. `stranger` can sign in and has neither a role nor an enrolment; they represent
 * the own side's participant who is being heard.
 */
export async function makeWorld(client: PrismaClient): Promise<World> {
  const own = await makeSide(client, "Egen");
  const foreign = await makeSide(client, "Fremmed");
  const stranger = await makePerson(client, { name: "Uden Tilknytning" });
  const { hearing, decided } = own.cases;
  await makeRepresentative(client, { caseId: hearing.case.id, person: stranger });
  await makeComplaint(client, { caseId: decided.case.id, filedById: decided.enrolment.personId });
  return { own, foreign, stranger };
}

async function makeOrganisations(client: PrismaClient, name: string) {
  return {
    provider: await makeOrganisation(client, { kind: "provider", name: `${name} udbyder` }),
    body: await makeOrganisation(client, { kind: "certifying_body", name: `${name} certificering` }),
    municipality: await makeOrganisation(client, { kind: "municipality", name: `${name} kommune` }),
  };
}

async function makePeople(
  client: PrismaClient,
  name: string,
  { provider, body, municipality }: Awaited<ReturnType<typeof makeOrganisations>>,
) {
  const participant = await makePerson(client, { name: `${name} Deltager` });
  await makeAffiliation(client, { personId: participant.id, organisationId: municipality.id });
  const facilitator = await makePersonInRole(client, "facilitator", provider.id);
  const staff = await makePersonInRole(client, "staff", provider.id);
  const assessor = await makePersonInRole(client, "assessor", body.id);
  const certifier = await makePersonInRole(client, "certifier", body.id);
  const coordinator = await makePersonInRole(client, "coordinator", municipality.id);
  const admin = await makePerson(client, { name: `${name} Administrator` });
  await grantRole(client, admin.id, "admin", provider.id);
  const colleague = {
    facilitator: await makePersonInRole(client, "facilitator", provider.id),
    staff: await makePersonInRole(client, "staff", provider.id),
    assessor: await makePersonInRole(client, "assessor", body.id),
    certifier: await makePersonInRole(client, "certifier", body.id),
    participant: await makePerson(client, { name: `${name} Holdkammerat` }),
  };
  return { participant, facilitator, staff, assessor, certifier, coordinator, admin, colleague };
}

type People = Awaited<ReturnType<typeof makePeople>>;

async function makeOffer(
  client: PrismaClient,
  { provider, body }: Awaited<ReturnType<typeof makeOrganisations>>,
  people: People,
) {
  const framework = await makeFramework(client, { certifyingBodyId: body.id });
  for (const { id } of [people.assessor, people.colleague.assessor])
    await makeAuthorisation(client, { personId: id, frameworkVersionId: framework.versionId });
  const programme = await makeProgramme(client, {
    providerId: provider.id,
    certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
  });
  const draftProgramme = await makeProgramme(client, { providerId: provider.id, state: "draft" });
  const facilitatorIds = [people.facilitator.id];
  const cohort = (state: "draft" | "open" | "closed" | "running", capacity = 400) =>
    makeCohort(client, { programmeVersionId: programme.versionId, state, capacity, facilitatorIds });
  const cohorts = {
    draft: await cohort("draft"),
    open: await cohort("open"),
    full: await cohort("open", 2),
    closed: await cohort("closed"),
    running: await cohort("running"),
  };
  const session = (state: "planned" | "confirmed" | "held") =>
    makeSession(client, { cohortId: cohorts.running.id, state });
  const sessions = {
    held: await session("held"),
    confirmed: await session("confirmed"),
    planned: await session("planned"),
  };
  return { framework, programme, draftProgramme, cohorts, sessions };
}

type Offer = Awaited<ReturnType<typeof makeOffer>>;

/** What the participant themself has: an enrolment, a project, a visit to come, a case, and an application with an offer. */
async function makeOwnThings(client: PrismaClient, people: People, offer: Offer, organisationId: string) {
  const { running, full } = offer.cohorts;
  const enrolment = await makeEnrolment(client, {
    cohortId: running.id,
    personId: people.participant.id,
    organisationId,
  });
  const project = await makeProject(client, { enrolmentId: enrolment.id, state: "proposed" });
  const visit = await makeVisit(client, { enrolmentId: enrolment.id, assessorId: people.assessor.id });
  const caseInProgress = await makeCase(client, { enrolmentId: enrolment.id });
  await makeEnrolment(client, { cohortId: running.id, personId: people.colleague.participant.id });
  await makeEnrolment(client, { cohortId: full.id, organisationId });
  const application = await makeApplication(client, {
    cohortId: full.id,
    personId: people.participant.id,
    organisationId,
    state: "under_review",
  });
  await client.application.update({ where: { id: application.id }, data: { state: "waitlisted" } });
  const offerEntry = await makeWaitlistEntry(client, { applicationId: application.id, state: "offered" });
  return { enrolment, project, visit, case: caseInProgress, application, offer: offerEntry };
}

async function makeSide(client: PrismaClient, name: string) {
  const organisations = await makeOrganisations(client, name);
  const people = await makePeople(client, name, organisations);
  const offer = await makeOffer(client, organisations, people);
  const place: StagePlace = {
    runningCohortId: offer.cohorts.running.id,
    openCohortId: offer.cohorts.open.id,
    organisationId: organisations.municipality.id,
    assessorId: people.assessor.id,
    certifierId: people.certifier.id,
    criteria: offer.framework.criteria,
  };
  const pair = await makePair(client, {
    cohortId: offer.cohorts.running.id,
    leadId: people.assessor.id,
    secondId: people.colleague.assessor.id,
    criteria: offer.framework.criteria,
  });
  const round = await makeRound(client, { ...organisations, framework: offer.framework, raters: [] });
  const cases = await makeCases(client, place);
  return {
    ...organisations,
    people,
    ...offer,
    pair,
    round,
    mine: await makeOwnThings(client, people, offer, organisations.municipality.id),
    observed: await makeObservedEnrolments(client, place),
    cases,
    review: await makeReview(client, { caseId: cases.decided.case.id }),
    certified: await makeCertified(client, place),
    applications: await makeApplications(client, place),
  };
}
