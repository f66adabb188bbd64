import { beforeAll, describe, expect, it } from "vitest";
import { actingWith, anonymous } from "@/lib/auth/acting";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { listCatalogueChoices } from "@/lib/cohorts/queries/list-catalogue-choices";
import { listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import { catalogueFilter } from "@/lib/cohorts/schema";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { AgreementKind, CohortState } from "@/lib/db/generated/enums";
import { getPublicProgramme } from "@/lib/programmes/queries/get-public-programme";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeFramework } from "../../factories/frameworks";
import { makeOrganisation } from "../../factories/organisations";
import { makeProgramme } from "../../factories/programmes";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let versionId: string;
let providerId: string;
const acting = actingWith(anonymous, "catalogue.view");
if (!acting) throw new Error("anybody may see the catalogue");

beforeAll(async () => {
  client = (await testDatabase()).client;
  const provider = await makeOrganisation(client, {
    kind: "provider",
    names: [
      {
        name: "Center for Offentlig Kompetenceudvikling",
        shortName: "COK",
        validFrom: "2000-01-01",
        validTo: "2021-01-01",
      },
      { name: "Komponent", shortName: "Komponent", validFrom: "2021-01-01" },
    ],
  });
  const body = await makeOrganisation(client, {
    kind: "certifying_body",
    names: [
      {
        name: "Center for Offentlig Innovation",
        shortName: "COI",
        validFrom: "2014-01-01",
        validTo: "2022-01-01",
      },
      { name: "Center for Offentlig-Privat Innovation", shortName: "CO-PI", validFrom: "2022-01-01" },
    ],
  });
  const framework = await makeFramework(client, { certifyingBodyId: body.id });
  providerId = provider.id;
  versionId = (
    await makeProgramme(client, {
      providerId,
      certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
    })
  ).versionId;
});

const now = () => new Date();
const cohort = (state: CohortState, options = {}) =>
  makeCohort(client, { programmeVersionId: versionId, state, ...options });
const find = (slug: string) => getPublicCohort(acting, slug, "da", now());

describe("what anybody may read about", () => {
  it.each([
    ["draft", false],
    ["open", true],
    ["closed", true],
    ["running", true],
    ["completed", true],
    ["archived", false],
    ["cancelled", false],
  ] as const)("a cohort that is %s: %s", async (state, visible) => {
    const { slug } = await cohort(state);
    expect((await find(slug)) !== null).toBe(visible);
    const { cohorts } = await listPublicCohorts(acting, {}, 1, now(), 1000);
    expect(cohorts.some((each) => each.slug === slug)).toBe(visible && state !== "completed");
  });

  it.each([
    ["open", true],
    ["academy", false],
    ["in_house", false],
  ] as const)("a cohort under an agreement that is %s: %s", async (kind: AgreementKind, visible) => {
    const agreement = await client.agreement.create({
      data: { kind, title: "Aftale", providerId, validFrom: new Date("2020-01-01") },
      select: { id: true },
    });
    const { slug } = await cohort("open", { agreementId: agreement.id });
    expect((await find(slug)) !== null).toBe(visible);
  });

  it("shows a programme whose cohorts are for partners only, without them", async () => {
    const programme = await makeProgramme(client, { providerId });
    const agreement = await client.agreement.create({
      data: { kind: "academy", title: "Akademi", providerId, validFrom: new Date("2020-01-01") },
      select: { id: true },
    });
    await makeCohort(client, { programmeVersionId: programme.versionId, agreementId: agreement.id });
    const found = await getPublicProgramme(acting, programme.slug, now());
    expect(found).toMatchObject({ provider: "Komponent", cohorts: [] });
  });

  it("shows no draft of a programme", async () => {
    const programme = await makeProgramme(client, { providerId, state: "draft" });
    expect(await getPublicProgramme(acting, programme.slug, now())).toBeNull();
  });
});

describe("what is told", () => {
  it("names the certifying body as it was on the first day and as it is today", async () => {
    const { slug } = await cohort("completed", {
      startsOn: new Date("2019-05-13"),
      endsOn: new Date("2019-10-30"),
    });
    expect((await find(slug))?.certifier).toEqual({ atTheTime: "COI", now: "CO-PI", renamed: true });
  });

  it("counts the seats left", async () => {
    const { id, slug } = await cohort("open", { capacity: 3 });
    await makeEnrolment(client, { cohortId: id });
    expect(await find(slug)).toMatchObject({ seatsLeft: 2, queue: 0, phase: "open" });
  });

  it("counts no seat as left that is kept for others, until the day on which it is released", async () => {
    const { id, slug } = await cohort("open", { capacity: 4 });
    await makeEnrolment(client, { cohortId: id });
    const releasesAt = new Date(Date.now() + 86_400_000);
    const organisationId = (await makeOrganisation(client, { kind: "municipality" })).id;
    await client.seatClass.create({
      data: {
        cohortId: id,
        organisationId,
        releasesAt,
        keptSeats: { create: [2, 3, 4].map((number) => ({ cohortId: id, number })) },
      },
    });
    await makeEnrolment(client, { cohortId: id, organisationId });
    const seen = { seatsLeft: 0, seatsKept: 2, keptUntil: releasesAt, phase: "full" };
    expect(await find(slug)).toMatchObject(seen);
    const { cohorts } = await listPublicCohorts(acting, {}, 1, now(), 1000);
    expect(cohorts.find((each) => each.slug === slug)).toMatchObject(seen);
    const after = await getPublicCohort(acting, slug, "da", new Date(releasesAt.getTime() + 1));
    expect(after).toMatchObject({ seatsLeft: 2, seatsKept: 0, keptUntil: null, phase: "open" });
  });

  it("keeps the link of a session for its participants", async () => {
    const { id, slug } = await cohort("open");
    const session = await makeSession(client, { cohortId: id });
    const link = "https://moede.example/hemmeligt";
    await client.session.update({ where: { id: session.id }, data: { link, place: null } });
    const found = await find(slug);
    expect(found?.sessions[0]).toMatchObject({ isOnline: true, where: "" });
    expect(JSON.stringify(found)).not.toContain("hemmeligt");
  });
});

describe("the filters", () => {
  it("narrow by audience, language, place, month and words", async () => {
    const town = unique("By");
    const programme = await makeProgramme(client, {
      providerId,
      tracks: ["politicians"],
      language: "sv",
      title: `Politisk ${town}`,
    });
    const { id, slug } = await makeCohort(client, {
      programmeVersionId: programme.versionId,
      startsOn: new Date("2031-05-13"),
      endsOn: new Date("2031-10-30"),
    });
    await client.cohort.update({ where: { id }, data: { city: town } });
    const slugs = async (filter: object) =>
      (await listPublicCohorts(acting, filter, 1, now(), 1000)).cohorts.map((each) => each.slug);
    for (const filter of [
      { city: town },
      { month: "2031-05" },
      { words: `politisk ${town}`.toLowerCase() },
      { audience: "politicians" },
      { language: "sv" },
    ])
      expect(await slugs(filter)).toEqual([slug]);
    expect(await slugs({ city: town, month: "2031-06" })).toEqual([]);
    expect(await listCatalogueChoices(acting)).toMatchObject({
      months: expect.arrayContaining(["2031-05"]),
      cities: expect.arrayContaining([town]),
    });
  });

  it("leave out what makes no sense", () => {
    expect(
      catalogueFilter({ audience: "kings", language: "xx", month: "2031-13", q: " ", city: ["a", "b"] }),
    ).toEqual({});
    expect(catalogueFilter({ audience: "managers", q: " led ", month: "2031-05" })).toEqual({
      audience: "managers",
      month: "2031-05",
      words: "led",
    });
  });
});
