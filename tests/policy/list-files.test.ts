import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actingWith } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { type ExportListName, exportLists } from "@/lib/lists/rules/export-lists";
import { exportList } from "@/lib/spreadsheet/export-list";
import { makeWorld, type World } from "../factories/world";
import { testDatabase } from "../setup/database";
import { type ActorName, actorsOf } from "./actors";

let client: PrismaClient;
let world: World;
let actors: Map<ActorName, Actor>;

/** A name that a spreadsheet would run. */
const LIVE = "=2+3";

beforeAll(async () => {
  client = (await testDatabase()).client;
  world = await makeWorld(client);
  actors = await actorsOf(client, world);
  await client.person.update({ where: { id: world.own.people.participant.id }, data: { name: LIVE } });
}, 60_000);

/** The file as a Danish Excel gets it. */
async function fileOf(who: ActorName, list: ExportListName): Promise<string> {
  const actor = actors.get(who);
  const acting = actor && actingWith(actor, exportLists[list].permission);
  if (!acting) throw new Error(`${who} may not take out ${list}`);
  const cohortId = exportLists[list].of === "cohort" ? world.own.cohorts.full.id : "";
  const wanted = { list, cohortId, format: "csv", locale: "da", filter: { year: "2031" } } as const;
  const answer = await exportList(acting, wanted, new Date());
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer?.arrayBuffer());
}

const day = "\\d{4}-\\d\\d-\\d\\d";
const time = `${day} \\d\\d:\\d\\d`;
const name = "[^;]+";

/** What stands in the cells of a row; the live name with an apostrophe before it, which keeps it a text. */
const rows: readonly (readonly [ExportListName, ActorName, string])[] = [
  ["visits", "assessor", `'=2\\+3;[^;]*;${time};${time};Rådhuset;${name};Aftalt`],
  ["observations", "assessor", `${name};[^;]*;Hold ${name};${day};Låst;(${day})?`],
  ["assessmentQueue", "assessor", `'=2\\+3;Afdelingsleder;[^;]*;Hold ${name};;;0;2;2;${time};`],
  ["ratedCalibrations", "assessor", `Et tavlemøde;Åben;${day};0;`],
  ["calibrations", "certifier", `Et tavlemøde;Åben;${day};0`],
  ["samples", "certifier", `${day};${day};100;1;1;${day};${name};0;0;1`],
  ["frameworks", "certifier", `${name};1;I brug;${name}, ${name};${day};8;\\d+`],
  ["authorisations", "certifier", `${name};${day};${day};1;\\d+`],
  [
    "complaints",
    "certifier",
    `${name};${name};${name};Hvor lang tid det tog;Der gik otte uger.;${day};${day};Modtaget;;;`,
  ],
  ["enteredApplications", "coordinator", `'=2\\+3;Afdelingsleder;${name};Hold ${name};${time};På venteliste`],
  ["ownPeople", "coordinator", `'=2\\+3;Afdelingsleder;${name};Hold ${name};;${day};${day};Deltager;;`],
  ["queue", "staff", `1;'=2\\+3;${name}@factory.example;Leder;;Tilbudt;${time}`],
  ["publicHolidays", "staff", "2031-06-05;Grundlovsdag;Danmark"],
  ["taughtSessions", "facilitator", `Hold ${name};\\d+;${name};${time};${time};[^;]*;[^;]*;\\d+;0;0;\\d+`],
  [
    "taughtCohorts",
    "facilitator",
    `Hold ${name};Uddannelse ${name};[^;]+;[^;]*;${day};${day};\\d+;\\d+;\\d+;\\d+`,
  ],
  ["programmes", "staff", `Uddannelse ${name};1;;${name};1;2;1;1;0;0;0`],
  ["jobs", "admin", `${name};[*\\d/, -]+;;0;;`],
];

describe("a list as a file", () => {
  it.each(rows)("has in its cells what stands on the screen: %s", async (list, who, row) => {
    const text = await fileOf(who, list);
    // What a Danish Excel needs: a byte order mark, semicolons between cells, CRLF between rows.
    expect(text).toMatch(/^\ufeff[^\n]+;[^\n]+\r\n/);
    expect(text).toMatch(new RegExp(`\\r\\n${row}\\r\\n`));
    // Every row has a cell for each heading, and none of them is a formula.
    const cells: string[][] = parse(text, { bom: true, delimiter: ";" });
    expect(cells.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });
});
