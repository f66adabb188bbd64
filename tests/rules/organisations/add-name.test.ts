import { describe, expect, it } from "vitest";
import { decideAddName } from "@/lib/organisations/rules/add-name";

const name = (from: string, to: string | null = null) => ({
  name: "x",
  shortName: "x",
  validFrom: new Date(`${from}T00:00:00Z`),
  validTo: to ? new Date(`${to}T00:00:00Z`) : null,
});

describe("a new name of an organisation", () => {
  it.each([
    [[], "2020-01-01", true],
    [[name("2014-02-01")], "2022-05-01", true],
    [[name("2014-02-01")], "2014-02-01", false],
    [[name("2014-02-01")], "2014-01-31", false],
    [[name("2022-05-01"), name("2014-02-01", "2022-05-01")], "2018-01-01", false],
    [[name("2022-05-01"), name("2014-02-01", "2022-05-01")], "2022-05-02", true],
  ])("%#", (names, day, allowed) => {
    const decision = decideAddName(names, day);
    expect(decision.ok).toBe(allowed);
    if (!decision.ok)
      expect(decision.refusal).toMatchObject({ code: "organisation.nameBeforeLast", field: "validFrom" });
  });
});
