import { beforeAll, describe, expect, it } from "vitest";
import { type Acting, actingWith, anonymous } from "@/lib/auth/acting";
import { getCohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { listCatalogueChoices } from "@/lib/cohorts/queries/list-catalogue-choices";
import { listCohorts } from "@/lib/cohorts/queries/list-cohorts";
import { listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import type { Cohort, PrismaClient } from "@/lib/db/generated/client";
import { getPublicProgramme } from "@/lib/programmes/queries/get-public-programme";
import { listProgrammes } from "@/lib/programmes/queries/list-programmes";
import { listPublicProgrammes } from "@/lib/programmes/queries/list-public-programmes";
import { listCohortSessions } from "@/lib/sessions/queries/list-cohort-sessions";
import { listUpcomingSessions } from "@/lib/sessions/queries/list-upcoming-sessions";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeFramework } from "../../factories/frameworks";
import { makeOrganisation } from "../../factories/organisations";
import { makePersonInRole } from "../../factories/people";
import { type MadeProgramme, makeProgramme } from "../../factories/programmes";
import { actingAs } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { countStatements } from "../../setup/count-statements";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let programme: MadeProgramme;
let cohort: Cohort;
let staff: Acting;
let facilitatorId: string;
let certification: { certifyingBodyId: string; frameworkVersionId: string };
let providerId: string;
const visitor = actingWith(anonymous, "catalogue.view");
if (!visitor) throw new Error("anybody may see the catalogue");

/** Another cohort with a session and an enrolment, of another programme with its own version. */
async function grow(): Promise<void> {
  const more = await makeProgramme(client, { providerId, certification });
  for (const versionId of [programme.versionId, more.versionId]) {
    const { id } = await makeCohort(client, {
      programmeVersionId: versionId,
      facilitatorIds: [facilitatorId],
    });
    await makeEnrolment(client, { cohortId: id });
  }
  await makeEnrolment(client, { cohortId: cohort.id });
  await makeSession(client, {
    cohortId: cohort.id,
    startsAt: inDays(20 + (await client.session.count())),
    facilitatorIds: [facilitatorId],
  });
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  const provider = await makeOrganisation(client, { kind: "provider" });
  const body = await makeOrganisation(client, { kind: "certifying_body" });
  const framework = await makeFramework(client, { certifyingBodyId: body.id });
  providerId = provider.id;
  certification = { certifyingBodyId: body.id, frameworkVersionId: framework.versionId };
  programme = await makeProgramme(client, { providerId, certification });
  facilitatorId = (await makePersonInRole(client, "facilitator", providerId)).id;
  cohort = await makeCohort(client, {
    programmeVersionId: programme.versionId,
    facilitatorIds: [facilitatorId],
  });
  staff = await actingAs(client, (await makePersonInRole(client, "staff", providerId)).id, "staff.view");
  await grow();
});

const now = () => new Date();
const reads: [string, () => Promise<unknown>][] = [
  ["the catalogue", () => listPublicCohorts(visitor, {}, 1, now())],
  ["the catalogue's choices", () => listCatalogueChoices(visitor)],
  ["a cohort's page", () => getPublicCohort(visitor, cohort.slug, "da", now())],
  ["a programme's page", () => getPublicProgramme(visitor, programme.slug, now())],
  ["every programme", () => listPublicProgrammes(visitor, now())],
  ["the staff's programmes", () => listProgrammes(staff)],
  ["the staff's cohorts", () => listCohorts(staff, {})],
  ["a cohort's board", () => getCohortBoard(staff, cohort.id, now())],
  ["a cohort's sessions", () => listCohortSessions(staff, cohort.id)],
  ["the plan", () => listUpcomingSessions(staff, now(), inDays(300))],
];

describe("the number of SQL statements does not grow with the rows", () => {
  it("for any page of the catalogue or of the provider's area", async () => {
    const few: Record<string, number> = {};
    const many: Record<string, number> = {};
    for (const [name, read] of reads) few[name] = await countStatements(read);
    for (let times = 0; times < 6; times++) await grow();
    for (const [name, read] of reads) many[name] = await countStatements(read);
    expect(many).toEqual(few);
    expect(Math.min(...Object.values(few))).toBeGreaterThan(0);
  });
});
