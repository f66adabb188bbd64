import { describe, expect, it } from "vitest";
import {
  decideAssessorEligibility,
  type EligibilityFacts,
} from "@/lib/observations/rules/assessor-eligibility";
import { yearsBefore } from "@/lib/observations/rules/years-before";

const NOW = new Date("2026-05-13T10:00:00Z");
const TWO_YEARS_AGO = new Date("2024-05-13T10:00:00Z");
const FJORDBY = "fjordby";
const COPI = "copi";

/** Two people who have nothing to do with each other, and an authorisation that holds. */
const strangers: EligibilityFacts = {
  assessorId: "assessor",
  participantId: "participant",
  assessorEmployers: [{ organisationId: COPI, from: new Date("2020-01-01"), to: null }],
  participantEmployers: [{ organisationId: FJORDBY, from: new Date("2020-01-01"), to: null }],
  teachesCohort: false,
  trainedUntil: null,
  isLineManager: false,
  declared: null,
  authorisation: { validFrom: new Date("2026-01-01"), validTo: new Date("2027-01-01") },
};

const employed = (from: string, to: string | null, organisationId = FJORDBY) => ({
  organisationId,
  from: new Date(from),
  to: to === null ? null : new Date(to),
});

function verdict(change: Partial<EligibilityFacts>, occasion?: Date): string {
  const decision = decideAssessorEligibility({ ...strangers, ...change }, NOW, occasion);
  return decision.ok ? "allowed" : decision.refusal.code;
}

describe("decideAssessorEligibility", () => {
  it.each<[string, Partial<EligibilityFacts>, string]>([
    ["strangers", {}, "allowed"],
    ["the person themself", { participantId: "assessor" }, "assessor.self"],
    ["teaches the cohort", { teachesCohort: true }, "assessor.teachesCohort"],
    ["was asked as the manager", { isLineManager: true }, "assessor.lineRelation"],
    ["declared a bar", { declared: "bar" }, "assessor.declaredBar"],
    ["declared something that can be managed", { declared: "manage" }, "allowed"],
    ["declared nothing to tell", { declared: "clear" }, "allowed"],
    ["without an authorisation", { authorisation: null }, "assessor.notAuthorised"],
    [
      "an authorisation that has not begun",
      { authorisation: { validFrom: new Date("2026-06-01"), validTo: new Date("2027-06-01") } },
      "assessor.notAuthorised",
    ],
    [
      "an authorisation that ends at this instant",
      { authorisation: { validFrom: new Date("2025-01-01"), validTo: NOW } },
      "assessor.authorisationExpired",
    ],
  ])("%s", (_, change, expected) => {
    expect(verdict(change)).toBe(expected);
  });

  it.each<[string, ReturnType<typeof employed>[], ReturnType<typeof employed>[], string]>([
    ["both now", [employed("2020-01-01", null)], [employed("2024-01-01", null)], "assessor.sameEmployer"],
    [
      "the assessor left a year ago",
      [employed("2015-01-01", "2025-05-13")],
      [employed("2026-01-01", null)],
      "assessor.sameEmployer",
    ],
    [
      "the participant left a year ago",
      [employed("2020-01-01", null)],
      [employed("2015-01-01", "2025-05-13")],
      "assessor.sameEmployer",
    ],
    [
      "the assessor left two years ago to the day",
      [employed("2015-01-01", "2024-05-13")],
      [employed("2020-01-01", null)],
      "allowed",
    ],
    [
      "the day after",
      [employed("2015-01-01", "2024-05-14")],
      [employed("2020-01-01", null)],
      "assessor.sameEmployer",
    ],
    ["begins next month", [employed("2026-06-01", null)], [employed("2020-01-01", null)], "allowed"],
    [
      "two employers of which one is shared",
      [employed("2020-01-01", null, COPI), employed("2020-01-01", null)],
      [employed("2020-01-01", null)],
      "assessor.sameEmployer",
    ],
    ["no employers known", [], [], "allowed"],
  ])("the same employer: %s", (_, assessorEmployers, participantEmployers, expected) => {
    expect(verdict({ assessorEmployers, participantEmployers })).toBe(expected);
  });

  it.each([
    ["two years and a second ago", new Date(+TWO_YEARS_AGO - 1000), "allowed"],
    ["two years ago exactly", TWO_YEARS_AGO, "allowed"],
    ["a second less", new Date(+TWO_YEARS_AGO + 1000), "assessor.trainedRecently"],
    ["yesterday", new Date("2026-05-12T10:00:00Z"), "assessor.trainedRecently"],
    ["still to come", new Date("2026-09-01T10:00:00Z"), "assessor.trainedRecently"],
  ])("trained on another cohort until %s", (_, trainedUntil, expected) => {
    expect(verdict({ trainedUntil })).toBe(expected);
  });

  it("asks for an authorisation on the day of the visit too", () => {
    expect(verdict({}, new Date("2026-12-31T23:59:59Z"))).toBe("allowed");
    expect(verdict({}, new Date("2027-01-01"))).toBe("assessor.authorisationEndsBefore");
  });

  it("gives the bar that never passes before the one that does", () => {
    expect(verdict({ participantId: "assessor", declared: "bar", authorisation: null })).toBe(
      "assessor.self",
    );
    expect(verdict({ teachesCohort: true, declared: "bar" })).toBe("assessor.teachesCohort");
  });
});

describe("yearsBefore", () => {
  it.each([
    ["2026-05-13T10:00:00Z", "2024-05-13T10:00:00.000Z"],
    ["2028-02-29T12:00:00Z", "2026-02-28T12:00:00.000Z"],
    ["2026-03-01T00:00:00Z", "2024-03-01T00:00:00.000Z"],
  ])("two years before %s", (now, expected) => {
    expect(yearsBefore(new Date(now), 2).toISOString()).toBe(expected);
  });
});
