import { describe, expect, it } from "vitest";
import { decideSubmission, needsGln, type SubmissionFacts } from "@/lib/applications/rules/submission";

const DEADLINE = new Date("2027-01-15T22:59:59.999Z");
const BEFORE = new Date("2027-01-10T12:00:00Z");
const municipality = { kind: "municipality", country: "DK" } as const;

type Change = {
  cohort?: Partial<SubmissionFacts["cohort"]>;
  application?: Partial<SubmissionFacts["application"]>;
  applicantEmail?: string;
  alreadyEnrolled?: boolean;
};

function facts({ cohort, application, ...rest }: Change = {}): SubmissionFacts {
  return {
    applicantEmail: "leder@solroed.example",
    alreadyEnrolled: false,
    ...rest,
    cohort: {
      state: "open",
      applicationDeadline: DEADLINE,
      trackIds: ["managers", "consultants"],
      agreementPays: false,
      ...cohort,
    },
    application: {
      trackId: "managers",
      organisation: municipality,
      organisationOther: "",
      managerEmail: "chef@solroed.example",
      payer: "organisation",
      payerGln: "5790000000012",
      ...application,
    },
  };
}

const said = (change: Change, now = BEFORE) => {
  const decision = decideSubmission(facts(change), now);
  return decision.ok ? "ok" : [decision.refusal.code, decision.refusal.field].filter(Boolean).join(" @ ");
};

describe("handing an application in", () => {
  it.each<[string, Change, string]>([
    ["everything in place", {}, "ok"],
    ["cohort still planned", { cohort: { state: "draft" } }, "cohort.notOpen"],
    ["cohort closed for applications", { cohort: { state: "closed" } }, "cohort.notOpen"],
    ["cohort running", { cohort: { state: "running" } }, "cohort.notOpen"],
    ["cohort cancelled", { cohort: { state: "cancelled" } }, "cohort.notOpen"],
    ["already on the cohort", { alreadyEnrolled: true }, "enrolment.alreadyEnrolled"],
    ["no track chosen", { application: { trackId: null } }, "application.trackMissing @ trackId"],
    ["a track of another programme", { application: { trackId: "x" } }, "application.trackUnknown @ trackId"],
    ["no choice of tracks", { cohort: { trackIds: [] }, application: { trackId: null } }, "ok"],
    ["no manager", { application: { managerEmail: "" } }, "application.managerMissing @ managerEmail"],
    ["no manager, pays alone", { application: { managerEmail: "", payer: "self", payerGln: "" } }, "ok"],
    [
      "the applicant as manager",
      { application: { managerEmail: "leder@solroed.example" } },
      "application.managerIsApplicant @ managerEmail",
    ],
    [
      "the applicant as manager in capitals",
      { application: { managerEmail: "LEDER@Solroed.example" } },
      "application.managerIsApplicant @ managerEmail",
    ],
    [
      "the applicant as manager with a plus",
      { application: { managerEmail: "leder+chef@solroed.example" } },
      "application.managerIsApplicant @ managerEmail",
    ],
    [
      "the applicant as manager in full-width letters",
      { application: { managerEmail: "ｌｅｄｅｒ@solroed.example" } },
      "application.managerIsApplicant @ managerEmail",
    ],
    [
      "no organisation",
      { application: { organisation: null } },
      "application.organisationMissing @ organisationId",
    ],
    [
      "an organisation that is not registered",
      { application: { organisation: null, organisationOther: "Selvejende Hus", payerGln: "" } },
      "ok",
    ],
    ["a municipality without a GLN", { application: { payerGln: " " } }, "application.glnMissing @ payerGln"],
    [
      "an agreement where none pays",
      { application: { payer: "agreement" } },
      "application.payerUnfit @ payer",
    ],
    [
      "oneself where an agreement pays",
      { cohort: { agreementPays: true }, application: { payer: "self" } },
      "application.payerUnfit @ payer",
    ],
    [
      "an agreement that pays",
      { cohort: { agreementPays: true }, application: { payer: "agreement", payerGln: "" } },
      "ok",
    ],
  ])("%s: %s", (_name, change, expected) => {
    expect(said(change)).toBe(expected);
  });

  it("counts the deadline's last instant, and not the next", () => {
    expect(said({}, DEADLINE)).toBe("ok");
    expect(said({}, new Date(DEADLINE.getTime() + 1))).toBe("cohort.deadlinePassed");
  });

  it.each([
    ["municipality", "DK", "organisation", true],
    ["region", "DK", "organisation", true],
    ["state", "DK", "organisation", true],
    ["other", "DK", "organisation", false],
    ["municipality", "SE", "organisation", false],
    ["municipality", "DK", "self", false],
    ["municipality", "DK", "agreement", false],
  ] as const)("asks a %s in %s where %s pays for a GLN: %s", (kind, country, payer, expected) => {
    expect(needsGln({ payer, organisation: { kind, country } })).toBe(expected);
  });
});
