import { describe, expect, it } from "vitest";
import { decideMigrationState } from "@/lib/installation/rules/migrations";

const done = (...names: string[]) => names.map((name) => ({ name, finished: true }));

describe("decideMigrationState", () => {
  it.each([
    ["an empty database", ["1", "2"], [], { state: "pending", names: ["1", "2"] }],
    ["this release's", ["1", "2"], done("1", "2"), { state: "current" }],
    ["an older one", ["1", "2"], done("1"), { state: "pending", names: ["2"] }],
    ["a newer one", ["1"], done("1", "2"), { state: "newer", names: ["2"] }],
    ["another branch, newer and behind", ["1", "2"], done("1", "3"), { state: "newer", names: ["3"] }],
    ["one that stopped midway", ["1"], [{ name: "1", finished: false }], { state: "failed", names: ["1"] }],
    [
      "a newer one that stopped midway",
      [],
      [{ name: "2", finished: false }],
      { state: "newer", names: ["2"] },
    ],
  ])("%s", (_what, known, applied, state) => {
    expect(decideMigrationState(known, applied)).toEqual(state);
  });
});
