import { describe, expect, it } from "vitest";
import { decideLifting, decideRun, decideStopping } from "@/lib/certificates/rules/issuing";
import { linkedInAddress } from "@/lib/certificates/rules/linked-in";
import { type CertificatePayload, certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { decideRequest, isDisclosed } from "@/lib/certificates/rules/sharing";
import {
  decideCorrecting,
  decideRecertifying,
  differencesOf,
  type RecertificationStage,
  type SuccessionFacts,
} from "@/lib/certificates/rules/succession";
import {
  decideReinstating,
  decideSuspending,
  type SuspensionFacts,
} from "@/lib/certificates/rules/suspension";
import type { Decision } from "@/lib/core/decision";
import type { CaseState, CertificateState } from "@/lib/db/generated/enums";
import { uninvolved } from "../../factories/involvement";

const NOW = new Date("2026-05-13T10:00:00Z");
const LATER = new Date("2027-05-13T10:00:00Z");
const EARLIER = new Date("2026-05-12T10:00:00Z");
const word = (decision: Decision<unknown>) => (decision.ok ? "yes" : decision.refusal.code);

const printed: CertificatePayload = certificatePayloadSchema.parse({
  format: "praksis.certificate/2",
  publicId: "A".repeat(22),
  serialNumber: "PX-2026-00001",
  holder: { name: "Anna Ærø" },
  programme: {
    title: "Ledelse",
    version: 1,
    language: "da",
    startsOn: "2026-01-01",
    endsOn: "2026-04-01",
    city: "Odense",
  },
  provider: { id: "0190b6c0-0000-7000-8000-000000000001", name: "Udbyder", shortName: "U" },
  certifyingBody: { id: "0190b6c0-0000-7000-8000-000000000002", name: "Organ & Søn", shortName: "O" },
  scheme: { version: 2, text: { da: { title: "Ramme", scope: "Omfang" } } },
  criteria: [],
  decidedOn: "2026-05-01",
  issuedOn: "2026-05-02",
  validUntilOn: "2031-05-02",
});
const recorded = {
  holder: "Anna Ærø",
  programme: printed.programme,
  provider: printed.provider,
  certifyingBody: printed.certifyingBody,
};

describe("suspending and reinstating", () => {
  const facts: SuspensionFacts = {
    involvement: uninvolved,
    personId: "certifier",
    holderId: "holder",
    ofBody: true,
    state: "issued",
    validUntil: LATER,
    suspension: null,
  };
  it.each<[string, Partial<SuspensionFacts>, string]>([
    ["one that holds", {}, "yes"],
    ["one without end", { validUntil: null }, "yes"],
    ["one that has run out", { validUntil: EARLIER }, "certificate.notCurrent"],
    ["a suspended one", { state: "suspended" }, "certificate.alreadySuspended"],
    ["a revoked one", { state: "revoked" }, "certificate.transition"],
    ["a replaced one", { state: "superseded" }, "certificate.transition"],
    ["one's own", { personId: "holder" }, "certificate.ownCertificate"],
    ["another body's", { ofBody: false }, "certificate.notOfBody"],
    [
      "a former colleague's",
      { involvement: { ...uninvolved, sharesEmployer: true } },
      "case.barred.sameEmployer",
    ],
  ])("suspends %s: %s", (_name, change, expected) => {
    expect(word(decideSuspending({ ...facts, ...change }, NOW))).toBe(expected);
  });

  const suspended: SuspensionFacts = { ...facts, state: "suspended", suspension: { id: "s" } };
  it.each<[string, Partial<SuspensionFacts>, string]>([
    ["a suspended one", {}, "yes"],
    ["one that ran out meanwhile", { validUntil: EARLIER }, "yes"],
    ["one that holds", { state: "issued", suspension: null }, "certificate.notSuspended"],
    ["a revoked one", { state: "revoked" }, "certificate.notSuspended"],
    ["one's own", { personId: "holder" }, "certificate.ownCertificate"],
    ["another body's", { ofBody: false }, "certificate.notOfBody"],
    [
      "a former colleague's",
      { involvement: { ...uninvolved, sharesEmployer: true } },
      "case.barred.sameEmployer",
    ],
  ])("reinstates %s: %s", (_name, change, expected) => {
    expect(word(decideReinstating({ ...suspended, ...change }))).toBe(expected);
  });
});

describe("a correction and a recertification", () => {
  const facts: SuccessionFacts = {
    involvement: uninvolved,
    personId: "certifier",
    holderId: "holder",
    ofBody: true,
    state: "issued",
    validUntil: LATER,
    caseState: "released",
    ofPresentRound: true,
    enrolmentState: "completed",
    appealableUntil: null,
    proposal: null,
  };
  const renamed = differencesOf(printed, { ...recorded, holder: "Anna Østergård" });

  it("names what would be said otherwise, and nothing else", () => {
    expect(renamed).toEqual([{ field: "holder", before: "Anna Ærø", after: "Anna Østergård" }]);
    expect(differencesOf(printed, recorded)).toEqual([]);
    const moved = { ...recorded, programme: { ...printed.programme, city: "Vejle", endsOn: "2026-04-02" } };
    expect(differencesOf(printed, moved).map(({ field }) => field)).toEqual(["city", "endsOn"]);
  });

  it.each<[string, Partial<SuccessionFacts>, string]>([
    ["one that holds", {}, "yes"],
    ["one that ran out", { validUntil: EARLIER }, "certificate.notCurrent"],
    ["a suspended one", { state: "suspended" }, "certificate.suspendedNow"],
    ["a revoked one", { state: "revoked" }, "certificate.notCurrent"],
    ["a replaced one", { state: "superseded" }, "certificate.notCurrent"],
    [
      "one proposed to be revoked",
      { proposal: { requestedById: "colleague" } },
      "certificate.revocationWaits",
    ],
    ["one's own", { personId: "holder" }, "certificate.ownCertificate"],
    ["a participant's of one's own", { involvement: { ...uninvolved, teaches: true } }, "case.barred.taught"],
  ])("corrects %s: %s", (_name, change, expected) => {
    expect(word(decideCorrecting({ ...facts, ...change }, renamed, NOW))).toBe(expected);
  });
  it("does not issue the same again", () => {
    expect(word(decideCorrecting(facts, [], NOW))).toBe("certificate.nothingToCorrect");
  });

  it.each<[string, Partial<SuccessionFacts>, string]>([
    ["one that holds", {}, "yes"],
    ["one that ran out", { validUntil: EARLIER }, "yes"],
    ["after an appeal", { caseState: "changed" }, "yes"],
    ["a suspended one", { state: "suspended" }, "certificate.suspendedNow"],
    ["a revoked one", { state: "revoked" }, "certificate.notCurrent"],
    [
      "one proposed to be revoked",
      { proposal: { requestedById: "colleague" } },
      "certificate.revocationWaits",
    ],
    ["under way already", { ofPresentRound: false, caseState: "collecting" }, "certificate.recertifying"],
    ["decided and not told yet", { ofPresentRound: false, caseState: "decided" }, "certificate.recertifying"],
    ["appealed by now", { ofPresentRound: false, caseState: "appealed" }, "certificate.recertifying"],
    ["refused before", { ofPresentRound: false }, "yes"],
    ["refused before, and upheld", { ofPresentRound: false, caseState: "upheld" }, "yes"],
    [
      "refused, as long as it is appealable",
      { ofPresentRound: false, appealableUntil: LATER },
      "certificate.appealable",
    ],
    [
      "refused, appealable to this moment",
      { ofPresentRound: false, appealableUntil: NOW },
      "certificate.appealable",
    ],
    ["refused, not appealable any more", { ofPresentRound: false, appealableUntil: EARLIER }, "yes"],
    ["of somebody who pauses", { enrolmentState: "paused" }, "yes"],
    ["of somebody who left", { enrolmentState: "withdrawn" }, "certificate.leftBeforeEnd"],
    [
      "of somebody who left meanwhile",
      { ofPresentRound: false, caseState: "discontinued", enrolmentState: "transferred" },
      "certificate.leftBeforeEnd",
    ],
    ["one's employee's", { involvement: { ...uninvolved, isLineManager: true } }, "case.barred.lineManager"],
    ["while an appeal waits", { caseState: "appealed" satisfies CaseState }, "case.transition"],
  ])("recertifies %s: %s", (_name, change, expected) => {
    expect(word(decideRecertifying({ ...facts, ...change }, NOW))).toBe(expected);
  });
});

describe("issuing", () => {
  const facts = { certifyingBodyId: "body", ofBody: true, stop: null };
  const stopped = { ...facts, stop: { id: "s", stoppedById: "p" } };
  it("is stopped once and lifted once, by the body", () => {
    expect(word(decideStopping(facts))).toBe("yes");
    expect(word(decideStopping(stopped))).toBe("certificate.alreadyStopped");
    expect(word(decideStopping({ ...facts, ofBody: false }))).toBe("certificate.notOfBody");
    expect(word(decideLifting(stopped))).toBe("yes");
    expect(word(decideLifting(facts))).toBe("certificate.notStopped");
  });
  it.each([
    ["somebody waits", {}, "yes"],
    ["nobody waits", { caseIds: [] }, "certificate.nothingToIssue"],
    ["one is under way", { running: true }, "certificate.runOpen"],
    ["it is stopped", { stop: stopped.stop }, "certificate.issuingStopped"],
  ])("for a cohort where %s: %s", (_name, change, expected) => {
    const run = { ...facts, cohortId: "c", caseIds: ["k"], running: false, ...change };
    expect(word(decideRun(run))).toBe(expected);
  });
});

describe("who sees it", () => {
  it.each([
    [undefined, null, true],
    ["link", null, true],
    ["public", "stranger", true],
    ["private", null, false],
    ["private", "stranger", false],
    ["private", "holder", true],
  ] as const)("%s, asked by %s: %s", (visibility, reader, expected) => {
    expect(isDisclosed(visibility, reader, "holder")).toBe(expected);
  });

  const facts = {
    personId: "holder",
    holderId: "holder",
    state: "issued" as CertificateState,
    validUntil: LATER as Date | null,
    openRequests: [] as string[],
    printedName: "Anna Ærø",
    presentName: "Anna Østergård",
    recertification: "none" as RecertificationStage,
  };
  it.each([
    ["new_name", {}, "yes"],
    ["new_name", { presentName: "Anna Ærø" }, "certificate.sameName"],
    ["new_name", { openRequests: ["new_name"] }, "certificate.requestOpen"],
    ["new_name", { openRequests: ["recertification"] }, "yes"],
    ["recertification", {}, "yes"],
    ["recertification", { validUntil: null }, "certificate.withoutEnd"],
    ["recertification", { recertification: "underWay" }, "certificate.recertifying"],
    ["recertification", { recertification: "ended" }, "yes"],
    ["recertification", { recertification: "closed" }, "certificate.leftBeforeEnd"],
    ["new_name", { recertification: "underWay" }, "yes"],
    ["recertification", { state: "revoked" as const }, "certificate.notCurrent"],
    ["recertification", { personId: "other" }, "notFound"],
  ] as const)("may ask for %s with %j: %s", (kind, change, expected) => {
    expect(
      word(
        decideRequest(
          {
            ...facts,
            ...change,
            openRequests: [...((change as { openRequests?: readonly string[] }).openRequests ?? [])],
          },
          kind,
        ),
      ),
    ).toBe(expected);
  });
});

describe("LinkedIn's address", () => {
  it("says what the certificate says, escaped", () => {
    const address = new URL(linkedInAddress(printed, "Ramme & mere", "https://praksis.example/verify/x"));
    expect(address.origin + address.pathname).toBe("https://www.linkedin.com/profile/add");
    expect(address.search).toContain("name=Ramme%20%26%20mere&organizationName=Organ%20%26%20S%C3%B8n&");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      startTask: "CERTIFICATION_NAME",
      name: "Ramme & mere",
      organizationName: "Organ & Søn",
      issueYear: "2026",
      issueMonth: "5",
      expirationYear: "2031",
      expirationMonth: "5",
      certUrl: "https://praksis.example/verify/x",
      certId: "PX-2026-00001",
    });
  });
});
