/** What each role must not see of an application or an enrolment, down to the field; who sees the row at all is in tests/policy. */
import { beforeAll, describe, expect, it } from "vitest";
import { getApplicationForm } from "@/lib/applications/queries/get-application-form";
import { getApproval } from "@/lib/applications/queries/get-approval";
import { getCohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { getMyApplication } from "@/lib/applications/queries/get-my-application";
import { listApprovalsWaiting } from "@/lib/applications/queries/list-approvals-waiting";
import { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { listMyApplications } from "@/lib/applications/queries/list-my-applications";
import { firstView } from "@/lib/applications/rules/inbox";
import { actingWith, anonymous } from "@/lib/auth/acting";
import { signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { listOrganisationPeople } from "@/lib/enrolments/queries/list-organisation-people";
import { listSeatUsage } from "@/lib/enrolments/queries/list-seat-usage";
import { makeStage, type Stage } from "../../commands/enrolments/stage";
import { makeEnrolment } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";

const SECRET = process.env.PRAKSIS_SECRET ?? "";
const PRIVATE = { motivation: "Kun for udbyderen", accommodation: "Jeg bruger høreapparat" };
const now = new Date();

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

async function pending(cohortId: string) {
  const { person, application } = await stage.applicant(cohortId);
  const { id } = await client.application.create({
    data: {
      ...PRIVATE,
      cohortId: (await stage.cohort()).id,
      personId: person.id,
      organisationId: stage.municipality.id,
      participantRole: "manager",
      title: "Afdelingsleder",
      managerName: "Mette Overgaard",
      managerEmail: "mette@solroed.example",
      payer: "self",
      submittedAt: now,
    },
  });
  await client.application.update({ where: { id }, data: { state: "submitted" } });
  await client.application.update({ where: { id }, data: { state: "manager_pending" } });
  const approval = await client.managerApproval.create({
    data: {
      applicationId: id,
      managerName: "Mette Overgaard",
      managerEmail: "mette@solroed.example",
      expiresAt: new Date(now.getTime() + 86_400_000),
    },
  });
  return { person, id, earlier: application.id, token: signedToken("approval", approval.id, SECRET) };
}

const nothingPrivate = (answer: unknown) => {
  const text = JSON.stringify(answer);
  for (const secret of Object.values(PRIVATE)) expect(text).not.toContain(secret);
};

describe("what was written to the provider", () => {
  it("is seen by the provider's staff and the writer, not by the manager or the coordinator", async () => {
    const { person, id, token } = await pending((await stage.cohort()).id);
    const { cohortId } = await client.application.findUniqueOrThrow({ where: { id } });
    expect(await getCohortApplication(stage.staffActing, cohortId, id, now)).toMatchObject(PRIVATE);
    const writer = await actingAs(client, person.id, "application.write");
    expect(await getMyApplication(writer, id, now)).toMatchObject(PRIVATE);
    const manager = actingWith(anonymous, "approval.answer");
    if (!manager) throw new Error("anybody may answer");
    const question = await getApproval(manager, token, SECRET, now);
    expect(question).toMatchObject({ applicant: person.name, answerable: { ok: true } });
    nothingPrivate(question);
    const coordinator = await makePersonInRole(client, "coordinator", stage.municipality.id);
    const waiting = await listApprovalsWaiting(
      await actingAs(client, coordinator.id, "approval.decideAsCoordinator"),
    );
    expect(waiting.map((row) => row.id)).toContain(id);
    nothingPrivate(waiting);
  });

  it("as a draft is seen by nobody else", async () => {
    const cohort = await stage.cohort();
    const writer = await makePerson(client);
    const { id } = await client.application.create({
      data: { cohortId: cohort.id, personId: writer.id, organisationId: stage.municipality.id, ...PRIVATE },
    });
    expect(await getCohortApplication(stage.staffActing, cohort.id, id, now)).toBeNull();
    const inbox = await listCohortApplications(stage.staffActing, cohort.id, firstView, now);
    expect(inbox).toEqual({
      page: 1,
      total: 0,
      counts: { todo: 0, manager: 0, queued: 0, decided: 0 },
      rows: [],
    });
    const [mine] = await listMyApplications(await actingAs(client, writer.id, "application.write"));
    expect(mine).toMatchObject({
      id,
      path: `/programmes/${stage.programme.slug}/apply?cohort=${cohort.slug}`,
    });
  });
});

describe("the manager's link", () => {
  it("shows nothing to the applicant, nor with another signature", async () => {
    const { person, token } = await pending((await stage.cohort()).id);
    const own = await actingAs(client, person.id, "approval.answer");
    expect(await getApproval(own, token, SECRET, now)).toBeNull();
    const anybody = await actingAs(client, stage.staff.id, "approval.answer");
    expect(await getApproval(anybody, `${token.slice(0, -2)}xx`, SECRET, now)).toBeNull();
    expect(await getApproval(anybody, "../../etc", SECRET, now)).toBeNull();
  });
});

describe("the application form", () => {
  it("begins with what is known, and finds an organisation by its former name", async () => {
    const cohort = await stage.cohort({ state: "open" });
    const renamed = await makeOrganisation(client, {
      gln: "5790000000012",
      names: [
        {
          name: "Center for Offentlig Kompetence",
          shortName: "COK",
          validFrom: "2005-01-01",
          validTo: "2020-01-01",
        },
        { name: "Komponent Prøve", shortName: "KP", validFrom: "2020-01-01" },
      ],
    });
    const person = await makePerson(client);
    await makeAffiliation(client, { personId: person.id, organisationId: renamed.id, title: "Chef" });
    const acting = await actingAs(client, person.id, "application.write");
    const form = await getApplicationForm(acting, stage.programme.slug, cohort.slug, now);
    expect(form?.values).toMatchObject({
      organisationId: renamed.id,
      title: "Chef",
      payerGln: "5790000000012",
    });
    expect(form?.organisations.find((option) => option.id === renamed.id)).toMatchObject({
      name: "Komponent Prøve",
      former: ["Center for Offentlig Kompetence"],
    });
  });

  it("offers cohorts of an agreement to the partners' people only", async () => {
    const partner = await makeOrganisation(client);
    const agreement = await client.agreement.create({
      data: {
        kind: "academy",
        title: "Akademi",
        providerId: stage.provider.id,
        validFrom: new Date("2026-01-01"),
        partners: { create: { organisationId: partner.id } },
      },
    });
    const closed = await makeStage(client);
    const cohort = await closed.cohort({ agreementId: agreement.id });
    const inside = await makePerson(client);
    await makeAffiliation(client, { personId: inside.id, organisationId: partner.id });
    const outside = await makePerson(client);
    const formOf = async (id: string) =>
      getApplicationForm(
        await actingAs(client, id, "application.write"),
        closed.programme.slug,
        cohort.slug,
        now,
      );
    expect(await formOf(inside.id)).toMatchObject({ cohorts: [{ agreementTitle: "Akademi" }] });
    expect(await formOf(outside.id)).toBeNull();
  });
});

describe("an organisation's coordinator", () => {
  it("sees who of theirs is on what, by status alone", async () => {
    const cohort = await stage.cohort({ state: "running" });
    const other = await makeOrganisation(client);
    const ours = await makeEnrolment(client, { cohortId: cohort.id, organisationId: stage.municipality.id });
    await makeEnrolment(client, { cohortId: cohort.id, organisationId: other.id });
    const coordinator = await makePersonInRole(client, "coordinator", stage.municipality.id);
    const acting = await actingAs(client, coordinator.id, "organisation.view");
    const people = await listOrganisationPeople(acting);
    expect(people.map((row) => row.id)).toContain(ours.id);
    const fields = new Set(people.flatMap((row) => Object.keys(row)));
    expect([...fields].sort()).toEqual([
      "cohort",
      "id",
      "name",
      "payer",
      "payerGln",
      "payerReference",
      "programme",
      "state",
      "title",
      "trackName",
    ]);
    expect(people.every((row) => row.cohort.id !== cohort.id || row.id === ours.id)).toBe(true);
  });

  it("sees the seats of their share, used and left, on the track they are for", async () => {
    const partner = await makeOrganisation(client);
    const track = stage.programme.tracks[0]?.id ?? "";
    const agreement = await client.agreement.create({
      data: {
        kind: "academy",
        title: "Akademi",
        providerId: stage.provider.id,
        validFrom: new Date("2026-01-01"),
        partners: { create: { organisationId: partner.id } },
        seatAllocations: {
          create: [
            { organisationId: partner.id, seats: 4 },
            { organisationId: partner.id, seats: 2, trackId: track },
          ],
        },
      },
    });
    const cohort = await stage.cohort({ state: "running", agreementId: agreement.id });
    const enrol = (more: object) =>
      makeEnrolment(client, { cohortId: cohort.id, organisationId: partner.id, ...more });
    await enrol({ trackId: track });
    await enrol({});
    await enrol({ state: "withdrawn" });
    await enrol({ participantRole: "guest" });
    const coordinator = await makePersonInRole(client, "coordinator", partner.id);
    const usage = await listSeatUsage(await actingAs(client, coordinator.id, "organisation.view"));
    expect(usage.map(({ seats, used, trackName }) => [trackName === null, seats, used]).sort()).toEqual([
      [false, 2, 1],
      [true, 4, 2],
    ]);
  });
});
