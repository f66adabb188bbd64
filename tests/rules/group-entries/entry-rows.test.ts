import { describe, expect, it } from "vitest";
import { type EntryRow, readEntries, roleOf } from "@/lib/group-entries/rules/entry-rows";
import { decideNaming } from "@/lib/group-entries/rules/naming";

const row = (change: Partial<EntryRow> = {}): EntryRow => ({
  id: "1",
  line: 2,
  name: "Åse Østergård",
  email: "aase@odense.example",
  title: "Leder",
  role: "Leder",
  track: "",
  ...change,
});
const facts = {
  organisationId: "odense",
  tracks: [{ id: "t1", name: "Ledere" }],
  known: [
    { email: "inde@odense.example", alreadyIn: true, worksAt: ["odense"] },
    { email: "vejle@vejle.example", alreadyIn: false, worksAt: ["vejle"] },
    { email: "inde@vejle.example", alreadyIn: true, worksAt: ["vejle"] },
    { email: "fri@odense.example", alreadyIn: false, worksAt: [] },
  ],
};
const problems = (rows: EntryRow[], tracks = facts.tracks) =>
  readEntries(rows, { ...facts, tracks }).map((entry) =>
    entry.problems.map(({ field, problem }) => `${field} ${problem}`),
  );

describe("a row of a list", () => {
  it.each<[Partial<EntryRow>, string[]]>([
    [{}, []],
    [{ email: " AASE@Odense.example " }, []],
    [{ email: "fri@odense.example" }, []],
    [{ name: " " }, ["name missing"]],
    [{ name: "Åse 010190-1234" }, ["name cpr"]],
    [{ title: "" }, ["title missing"]],
    [{ email: "" }, ["email missing"]],
    [{ email: "aase@odense" }, ["email email"]],
    [{ email: "a@b.dk, c@d.dk" }, ["email email"]],
    [{ email: "inde@odense.example" }, ["email alreadyIn"]],
    [{ email: "vejle@vejle.example" }, ["email elsewhere"]],
    // Not that they have applied: that is between them and their own employer.
    [{ email: "inde@vejle.example" }, ["email elsewhere"]],
    [{ role: "" }, ["role missing"]],
    [{ role: "trommeslager" }, ["role unknownRole"]],
    [{ role: "gæst" }, ["role unknownRole"]],
  ])("%j", (change, expected) => expect(problems([row(change)])).toEqual([expected]));

  it("that repeats an address is the one that is wrong", () =>
    expect(problems([row(), row({ email: "AASE@odense.example" })])).toEqual([[], ["email twice"]]));

  it("names its track where there is a choice", () => {
    const tracks = [...facts.tracks, { id: "t2", name: "Konsulenter" }];
    expect(problems([row(), row({ email: "b@odense.example", track: "konsulenter" })], tracks)).toEqual([
      ["track missing"],
      [],
    ]);
    expect(problems([row({ track: "Kokke" })], tracks)).toEqual([["track unknownTrack"]]);
  });

  it.each([
    ["LEDER", "manager"],
    ["konsult", "consultant"],
    ["project manager", "project_manager"],
    ["key_person", "key_person"],
    ["constructor", null],
  ])("%s is %s", (word, role) => expect(roleOf(word)).toBe(role));
});

describe("naming somebody for a kept seat", () => {
  const now = new Date("2027-01-10T12:00:00Z");
  it.each([
    ["open", 1, null, "ok"],
    ["closed", 1, new Date(now.getTime() + 1), "ok"],
    ["running", 1, null, "application.cohortNotFilling"],
    ["open", 0, null, "groupEntry.noSeat"],
    ["open", 1, now, "groupEntry.released"],
  ] as const)("%s, %i free, until %s: %s", (cohortState, free, releasesAt, expected) => {
    const decision = decideNaming({ cohortState, free, releasesAt }, now);
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(expected);
  });
});
