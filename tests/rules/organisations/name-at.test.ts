import { describe, expect, it } from "vitest";
import { nameAt, nameThenAndNow } from "@/lib/organisations/rules/name-at";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const coi = {
  name: "Center for Offentlig Innovation",
  shortName: "COI",
  validFrom: day("2014-02-01"),
  validTo: day("2022-05-01"),
};
const copi = {
  name: "Center for Offentlig-Privat Innovation",
  shortName: "CO-PI",
  validFrom: day("2022-05-01"),
  validTo: null,
};
const names = [copi, coi];

describe("the name of a day", () => {
  it.each([
    ["2019-05-13", "COI"],
    ["2022-04-30", "COI"],
    ["2022-05-01", "CO-PI"],
    ["2030-01-01", "CO-PI"],
    ["2000-01-01", "COI"],
  ])("%s: %s", (when, expected) => expect(nameAt(names, when)?.shortName).toBe(expected));

  it("in a gap is the one before it, after an end the last", () => {
    const later = { ...copi, validFrom: day("2023-01-01"), validTo: day("2024-01-01") };
    expect(nameAt([coi, later], "2022-08-01")?.shortName).toBe("COI");
    expect(nameAt([coi, later], "2025-01-01")?.shortName).toBe("CO-PI");
  });

  it("is null without any name", () => expect(nameAt([], "2019-05-13")).toBeNull());
});

it("tells then from now", () => {
  expect(nameThenAndNow(names, "2019-05-13", "2026-11-22")).toEqual({
    atTheTime: "COI",
    now: "CO-PI",
    renamed: true,
  });
  expect(nameThenAndNow(names, "2023-05-13", "2026-11-22")).toEqual({
    atTheTime: "CO-PI",
    now: "CO-PI",
    renamed: false,
  });
  expect(nameThenAndNow([], "2023-05-13", "2026-11-22")).toBeNull();
});
