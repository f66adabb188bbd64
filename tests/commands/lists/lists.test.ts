import { beforeAll, describe, expect, it } from "vitest";
import type { Permission } from "@/lib/auth/permissions";
import { auditInsert } from "@/lib/db/audit";
import type { PrismaClient } from "@/lib/db/generated/client";
import { importPeopleAction, importSessionsAction } from "@/lib/lists/actions";
import { type ExportListName, exportLists } from "@/lib/lists/rules/export-lists";
import type { ImportOutcome } from "@/lib/lists/rules/import-outcome";
import { peopleFile } from "@/lib/pdf/people-file";
import { type ExportRequest, exportList } from "@/lib/spreadsheet/export-list";
import { csvOf } from "@/lib/spreadsheet/write-csv";
import { xlsxOf } from "@/lib/spreadsheet/write-xlsx";
import { makeEnrolment } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { unique } from "../../factories/unique";
import { call } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, stageCohort } from "../cohorts/provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

const HEAD = ["Tema", "Dato", "Fra", "Til", "Format", "Lokale", "Facilitatorer"];
type Cells = readonly string[];
const sheet = (rows: readonly Cells[], head: Cells = HEAD) => ({
  name: "x",
  columns: head.map((header) => ({ header })),
  rows,
});
const fileOf = (bytes: Uint8Array, name: string) => new File([bytes.slice()], name);
const csv = (rows: readonly Cells[], head?: Cells) => fileOf(csvOf(sheet(rows, head)), "x.csv");
const xlsx = (rows: readonly Cells[]) => fileOf(xlsxOf(sheet(rows)), "x.xlsx");

const good: Cells[] = [
  ["Mod", "14.5.2031", "9", "16", "Seminar", "", ""],
  ["Vilje", "2031-05-21", "09:00", "16.30", "workshop", "Læringshuset, Atriet", ""],
];
const bad: Cells[] = [
  ["", "31.2.2031", "9", "16", "", "", ""],
  ["Mod", "2031-05-28", "16", "9", "fest", "Kælderen", "ukendt@x.example"],
  ["", "2031-06-04", "16", "9", "", "Kælderen", ""],
];

async function sessions(cohortId: string, file: File, intent: "check" | "import") {
  const outcome = await call(client, importSessionsAction, stage.actor, { cohortId, file, intent });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.reply.data as ImportOutcome | undefined;
}
const count = (cohortId: string) => client.session.count({ where: { cohortId } });

describe("importing sessions", () => {
  it.each(["check", "import"] as const)(
    "takes nothing of a file with bad rows, and names each cell: %s",
    async (intent) => {
      const cohort = await stageCohort(client, stage);
      const found = await sessions(cohort.id, csv([...good, ...bad]), intent);
      const cells = found?.problems.map(({ line, column }) => `${line} ${column}`).sort();
      const wrong = "4 day, 4 theme, 5 facilitators, 5 format, 5 room, 5 to, 6 room, 6 theme, 6 to";
      expect(cells).toEqual(wrong.split(", "));
      expect(await count(cohort.id)).toBe(0);
    },
  );

  it.each([
    ["csv", csv],
    ["xlsx", xlsx],
  ])("takes a mended file whole: %s", async (_, write) => {
    const cohort = await stageCohort(client, stage, { startsOn: new Date("2031-05-01") });
    expect((await sessions(cohort.id, write(good), "check"))?.problems).toEqual([]);
    expect(await count(cohort.id)).toBe(0);
    const free = good.map((row, at) => (at === 1 ? [...row.slice(0, 5), "", ""] : row));
    expect(await sessions(cohort.id, write(free), "import")).toBeUndefined();
    expect(await count(cohort.id)).toBe(2);
    const [first] = await client.session.findMany({
      where: { cohortId: cohort.id },
      orderBy: { startsAt: "asc" },
    });
    expect(first).toMatchObject({
      theme: "Mod",
      format: "seminar",
      startsAt: new Date("2031-05-14T07:00:00Z"),
    });
  });

  it("marks the row that collides, and one whose times are turned round", async () => {
    const [one, two] = [await stageCohort(client, stage), await stageCohort(client, stage)];
    await sessions(one.id, csv([["Mod", "2031-06-11", "9", "16", "", "Læringshuset, Atriet", ""]]), "import");
    const rows = [
      ["A", "2031-06-10", "9", "16", "", "Læringshuset, Atriet", ""],
      ["B", "2031-06-11", "12", "18", "", "Læringshuset, Atriet", ""],
    ];
    const found = await sessions(two.id, csv(rows), "import");
    expect(found?.problems.map(({ line, column }) => [line, column])).toEqual([[3, "room"]]);
    // All that is wrong at once, of whatever kind: nobody mends a file to be told of the next.
    const more = [...rows, ["C", "2031-06-12", "16", "9"], ["D", "31.2.2031", "9", "16"]];
    const all = await sessions(two.id, csv(more), "check");
    const wrong = all?.problems.map(({ line, column }) => `${line} ${column}`);
    expect(wrong?.toSorted()).toEqual(["3 room", "4 to", "5 day"]);
    expect(await count(two.id)).toBe(0);
  });

  it("refuses what is no table, and one without the columns", async () => {
    const cohort = await stageCohort(client, stage);
    const say = (file: File) =>
      call(client, importSessionsAction, stage.actor, { cohortId: cohort.id, file, intent: "check" });
    const columns = { words: ["lists.column.day", "lists.column.from", "lists.column.to"] };
    expect(await say(csv([["a"]], ["Tema"]))).toMatchObject({ refusal: { params: { columns } } });
    expect(await say(new File([Buffer.from([0xd0, 0xcf])], "x.xls"))).toMatchObject({
      refusal: { code: "spreadsheet.oldFormat" },
    });
  });
});

describe("importing people", () => {
  it("makes all or none; a known address, a repeated one and a foreign language are told", async () => {
    const admin = await actorOf(client, (await makePersonInRole(client, "admin", stage.provider.id)).id);
    const known = await makePerson(client);
    const [a, b] = [`${unique("a")}@import.example`, `${unique("b")}@import.example`];
    const say = async (rows: Cells[], intent: string) => {
      const file = csv(rows, ["Navn", "E-mail", "Sprog"]);
      const outcome = await call(client, importPeopleAction, admin, { file, intent });
      return outcome.kind === "done" ? (outcome.reply.data as ImportOutcome | undefined) : outcome;
    };
    const wrong = await say(
      [
        ["Anna", a, "dansk"],
        ["Bo", known.email.toUpperCase(), ""],
        ["Eva", a, "klingon"],
      ],
      "import",
    );
    expect((wrong as ImportOutcome).problems.map(({ line, column }) => `${line} ${column}`).sort()).toEqual([
      "3 email",
      "4 email",
      "4 language",
    ]);
    const made = () =>
      client.person.findMany({ where: { email: { in: [a, b] } }, orderBy: { email: "asc" } });
    expect(await made()).toEqual([]);
    await say(
      [
        ["Anna", a, "dansk"],
        ["Eva", b, "Svenska"],
      ],
      "import",
    );
    expect((await made()).map(({ locale }) => locale)).toEqual(["da", "sv"]);
  });
});

describe("taking a list out", () => {
  const wanted = { list: "participants", format: "csv", locale: "da", filter: {} } as const;
  /** The rows of a list as `who` gets them in a file, without its head. */
  const take = async (permission: Permission, who: string, request: Partial<ExportRequest>) => {
    const acting = await actingAs(client, who, permission);
    const answer = await exportList(acting, { ...wanted, cohortId: "", ...request }, new Date());
    return (await answer?.text())?.trim().split("\r\n").slice(1) ?? [];
  };

  it("gives the rows of one's own cohort, without live formulas, and leaves an event", async () => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    const person = await makePerson(client, { name: '=HYPERLINK("https://x")' });
    await makeEnrolment(client, { cohortId: cohort.id, personId: person.id, state: "reserved" });
    const acting = await actingAs(client, stage.staff.id, "list.export");
    const answer = await exportList(acting, { ...wanted, cohortId: cohort.id }, new Date());
    const text = await answer?.text();
    expect(text).toContain(`"'=HYPERLINK(""https://x"")";${person.email}`);
    expect(answer?.headers.get("content-disposition")).toMatch(/^attachment; filename="praksis-deltagere-/);
    const events = await client.auditEvent.findMany({
      where: { action: "list.exported", entityId: cohort.id },
    });
    expect(events).toMatchObject([{ actorId: stage.staff.id, detail: { list: "participants", rows: 1 } }]);
  });

  it("gives the whole audit trail that a filter means, however long, in portions, and says which filter it was", async () => {
    const [admin, stream] = [
      await makePersonInRole(client, "admin", stage.provider.id),
      `statement:${unique("strøm")}`,
    ] as const;
    const events = Array.from({ length: 4_500 }, (_, at) => ({
      stream,
      action: at % 2 === 0 ? ("statement.worded" as const) : ("mail.sentAgain" as const),
      entity: "test",
      entityId: admin.id,
    }));
    await client.$queryRaw(auditInsert({ personId: null, role: "system" }, new Date(), events));
    const acting = await actingAs(client, admin.id, "audit.view");
    const audit = {
      ...wanted,
      list: "audit",
      cohortId: "",
      filter: { stream, action: "statement.worded" },
    } as const;
    const lines = (await (await exportList(acting, audit, new Date()))?.text())?.trim().split("\r\n") ?? [];
    expect(lines).toHaveLength(1 + 2_250);
    expect(new Set(lines.slice(1).map((line) => line.split(";")[2])).size).toBe(2_250);
    expect(lines.slice(1).every((line) => line.includes("statement.worded"))).toBe(true);
    const noted = await client.auditEvent.findMany({ where: { stream: "exports", actorId: admin.id } });
    expect(noted).toMatchObject([{ detail: { list: "audit", rows: 2_250, filters: ["action", "stream"] } }]);
  });

  it("gives everybody whom a filter means, however many, and every page of what is shown in pages", async () => {
    const admin = await makePersonInRole(client, "admin", stage.provider.id);
    const name = unique("Navnebror");
    await client.person.createMany({
      data: Array.from({ length: 2_100 }, (_, at) => ({ name, email: `${unique("n")}-${at}@list.example` })),
    });
    const people = await take("role.manage", admin.id, { list: "people", filter: { search: name } });
    expect(people).toHaveLength(2_100);
    expect(new Set(people).size).toBe(2_100);

    const run = unique("Kursus");
    await client.cohort.createMany({
      data: Array.from({ length: 120 }, (_, at) => ({
        slug: unique("kursus"),
        name: `${run} ${at}`,
        programmeVersionId: stage.programme.versionId,
        capacity: 10,
        city: "Odense",
        timeZone: "Europe/Copenhagen",
        applicationDeadline: new Date("2031-04-01T21:59:59.999Z"),
        startsOn: new Date("2031-05-01"),
        endsOn: new Date("2031-11-30"),
      })),
    });
    const cohorts = await take("cohort.manage", stage.staff.id, { list: "cohorts", filter: { q: run } });
    expect(new Set(cohorts).size).toBe(120);
    const ended = { list: "cohorts", filter: { q: run, state: "completed" } } as const;
    expect(await take("cohort.manage", stage.staff.id, ended)).toEqual([]);
  });

  it("gives what a provider keeps: programmes, rooms, holidays of a year, kept seats, templates", async () => {
    const own = await makeProviderStage(client);
    const { id: cohortId } = await stageCohort(client, own, { state: "open" });
    const { id: organisationId } = await makeOrganisation(client, { kind: "municipality" });
    const days = { firstDay: new Date("2031-10-13"), lastDay: new Date("2031-10-17") };
    await client.schoolHoliday.create({
      data: { providerId: own.provider.id, organisationId, name: "Efterår", ...days },
    });
    const kept = await client.seatClass.create({ data: { cohortId, organisationId } });
    await client.keptSeat.create({ data: { cohortId, number: 1, seatClassId: kept.id } });
    const texts = (["da", "sv"] as const).map((locale) => ({ locale, subject: "Hej", body: "=1+1" }));
    await client.messageTemplate.create({
      data: { cohortId, name: "Velkomst", createdAt: new Date(), texts: { create: texts } },
    });
    const cohorts = expect.stringMatching(new RegExp(`;1;;.+/${own.programme.slug};0;1;0;0;0;0;0$`));
    expect(await take("programme.manage", own.staff.id, { list: "programmes" })).toEqual([cohorts]);
    const rooms = ["Atriet", "Værkstedet"].map((room) =>
      expect.stringMatching(new RegExp(`;Læringshuset;Åbredden 14;Odense;${room}$`)),
    );
    expect(await take("session.manage", own.staff.id, { list: "rooms" })).toEqual(rooms);
    const holidays = (year: string) =>
      take("session.manage", own.staff.id, { list: "schoolHolidays", filter: { year } });
    expect(await holidays("2031")).toEqual([expect.stringContaining(";Efterår;2031-10-13;2031-10-17;")]);
    expect(await holidays("2029")).toEqual([]);
    const seats = await take("waitlist.manage", own.staff.id, { list: "keptSeats", cohortId });
    expect(seats).toEqual([expect.stringMatching(/;;1;0;;$/)]);
    const templates = await take("message.view", own.staff.id, { list: "templates", cohortId });
    expect(templates).toEqual(["Velkomst;Dansk;Hej;'=1+1;", "Velkomst;Svenska;Hej;'=1+1;"]);
  });

  it("gives nothing of another provider's, and leaves nothing", async () => {
    const other = await makeProviderStage(client);
    const cohort = await stageCohort(client, other, { state: "open" });
    const acting = await actingAs(client, stage.staff.id, "list.export");
    const ofCohort = (list: ExportListName) => exportLists[list].of === "cohort";
    for (const list of (Object.keys(exportLists) as ExportListName[]).filter(ofCohort))
      expect(await exportList(acting, { ...wanted, list, cohortId: cohort.id }, new Date())).toBeNull();
    const printing = await actingAs(client, stage.staff.id, "list.print");
    const print = { print: "list", cohortId: cohort.id, sessionId: "", locale: "da" } as const;
    expect(await peopleFile(printing, print, new Date())).toBeNull();
    expect(
      await client.auditEvent.count({ where: { entityId: cohort.id, action: { startsWith: "list." } } }),
    ).toBe(0);
  });
});

describe("printing", () => {
  it.each(["list", "sign-in", "badges"] as const)("sets %s as a tagged PDF", async (print) => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    for (let at = 0; at < 12; at++) await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    const acting = await actingAs(client, stage.staff.id, "list.print");
    const wanted = { print, cohortId: cohort.id, sessionId: "", locale: "da" } as const;
    const pdf = await peopleFile(acting, wanted, new Date());
    expect(pdf?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf?.includes("/StructTreeRoot")).toBe(true);
  });
});
