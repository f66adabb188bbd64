import { describe, expect, it } from "vitest";
import { validUntil } from "@/lib/certificates/rules/payload";
import {
  decideConfirming,
  decideProposing,
  decideWithdrawing,
  type RevocationFacts,
} from "@/lib/certificates/rules/revocation";
import { normalSerial, serialNumber } from "@/lib/certificates/rules/serial";
import { standingOf } from "@/lib/certificates/rules/standing";
import { certificateTransitions } from "@/lib/certificates/rules/transitions";
import { bodyThenAndNow, comparableName } from "@/lib/certificates/rules/verified";
import type { Decision } from "@/lib/core/decision";
import { randomPublicId } from "@/lib/core/ids";
import { decideTransition } from "@/lib/core/transitions";
import type { CertificateState } from "@/lib/db/generated/enums";
import { uninvolved } from "../../factories/involvement";

const NOW = new Date("2026-05-13T12:00:00Z");
const codeOf = (decision: Decision<unknown>) => (decision.ok ? "yes" : decision.refusal.code);
const STATES = Object.keys(certificateTransitions) as CertificateState[];

describe("the moves of a certificate", () => {
  const legal = new Set([
    "issued suspended",
    "issued revoked",
    "issued superseded",
    "suspended issued",
    "suspended revoked",
  ]);
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    expect(decideTransition("certificate", certificateTransitions, from, to).ok).toBe(
      legal.has(`${from} ${to}`),
    );
  });
});

describe("what a certificate is worth", () => {
  const past = new Date("2026-05-13T11:59:59.999Z");
  it.each([
    ["issued", null, "valid"],
    ["issued", NOW, "valid"],
    ["issued", past, "expired"],
    ["suspended", null, "suspended"],
    ["suspended", past, "expired"],
    ["revoked", null, "revoked"],
    ["revoked", past, "revoked"],
    ["superseded", past, "superseded"],
  ] as const)("%s, until %s: %s", (state, until, standing) => {
    expect(standingOf({ state, validUntil: until }, NOW)).toBe(standing);
  });
});

describe("the validity", () => {
  it.each([
    ["2026-05-13T12:00:00Z", 60, "2031-05-13T21:59:59.999Z"],
    ["2026-01-31T12:00:00Z", 1, "2026-02-28T22:59:59.999Z"],
    ["2024-02-29T12:00:00Z", 12, "2025-02-28T22:59:59.999Z"],
    // Half past midnight in Copenhagen is still yesterday in UTC.
    ["2026-05-12T22:30:00Z", 12, "2027-05-13T21:59:59.999Z"],
  ])("of one issued at %s for %i months ends with its last day", (issuedAt, months, end) => {
    expect(validUntil(new Date(issuedAt), months)?.toISOString()).toBe(end);
  });

  it("has no end where the scheme sets none", () => {
    expect(validUntil(NOW, null)).toBeNull();
  });
});

describe("serial numbers", () => {
  it("have one shape", () => {
    expect(serialNumber(2026, 1)).toEqual({ ok: true, value: "PX-2026-00001" });
    expect(serialNumber(2026, 99_999)).toEqual({ ok: true, value: "PX-2026-99999" });
    expect(codeOf(serialNumber(2026, 100_000))).toBe("certificate.yearFull");
    expect(codeOf(serialNumber(2026, 0))).toBe("certificate.yearFull");
  });

  it.each([
    ["PX-2026-00042", "PX-2026-00042"],
    ["px 2026 42", "PX-2026-00042"],
    [" PX–2026–00042 ", "PX-2026-00042"],
    ["2026-42", "PX-2026-00042"],
    ["PX-2026-0", null],
    ["PX-26-42", null],
    ["PX-2026-00042 OR 1=1", null],
    ["", null],
  ])("typed as %j are %s", (typed, serial) => {
    expect(normalSerial(typed)).toBe(serial);
  });
});

describe("names", () => {
  it("are compared without regard to case, width and spaces, but with every letter", () => {
    expect(comparableName("  søren   ÆRØ ")).toBe(comparableName("Søren Ærø"));
    expect(comparableName("Søren Ærø")).not.toBe(comparableName("Soren Aero"));
  });

  it("of bodies are as printed, with today's where they differ", () => {
    const names = [
      {
        name: "Center for Offentlig Innovation",
        shortName: "COI",
        validFrom: new Date("2014-01-01"),
        validTo: new Date("2024-01-01"),
      },
      {
        name: "Center for Offentlig-Privat Innovation",
        shortName: "CO-PI",
        validFrom: new Date("2024-01-01"),
        validTo: null,
      },
    ];
    const coi = { name: "Center for Offentlig Innovation", shortName: "COI" };
    expect(bodyThenAndNow(coi, names, "2026-05-13").now).toEqual({
      name: "Center for Offentlig-Privat Innovation",
      shortName: "CO-PI",
    });
    expect(bodyThenAndNow(coi, names, "2019-05-13").now).toBeNull();
  });
});

describe("a public id", () => {
  it("is 128 random bits that no address has to escape", () => {
    const ids = Array.from({ length: 1000 }, randomPublicId);
    expect(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });
});

describe("a revocation", () => {
  const facts: RevocationFacts = {
    state: "issued",
    personId: "me",
    holderId: "holder",
    ofBody: true,
    involvement: uninvolved,
    proposal: null,
  };
  const byAnother = { ...facts, proposal: { requestedById: "another" } };
  const byMe = { ...facts, proposal: { requestedById: "me" } };
  it.each<[string, RevocationFacts, string, string, string]>([
    ["nothing proposed", facts, "yes", "certificate.nothingProposed", "certificate.nothingProposed"],
    ["proposed by another", byAnother, "certificate.revocationOpen", "yes", "yes"],
    ["proposed by oneself", byMe, "certificate.revocationOpen", "certificate.secondPerson", "yes"],
    ["suspended", { ...byAnother, state: "suspended" }, "certificate.revocationOpen", "yes", "yes"],
    [
      "superseded",
      { ...facts, state: "superseded" },
      "certificate.transition",
      "certificate.nothingProposed",
      "certificate.nothingProposed",
    ],
    [
      "revoked",
      { ...facts, state: "revoked" },
      "certificate.alreadyRevoked",
      "certificate.alreadyRevoked",
      "certificate.nothingProposed",
    ],
    [
      "one's own",
      { ...byAnother, holderId: "me" },
      "certificate.ownCertificate",
      "certificate.ownCertificate",
      "certificate.ownCertificate",
    ],
    [
      "another body's",
      { ...byAnother, ofBody: false },
      "certificate.notOfBody",
      "certificate.notOfBody",
      "certificate.notOfBody",
    ],
    [
      "of one's employee",
      { ...byAnother, involvement: { ...uninvolved, isLineManager: true } },
      "case.barred.lineManager",
      "case.barred.lineManager",
      "case.barred.lineManager",
    ],
  ])("%s", (_what, given, propose, confirm, withdraw) => {
    expect([decideProposing, decideConfirming, decideWithdrawing].map((rule) => codeOf(rule(given)))).toEqual(
      [propose, confirm, withdraw],
    );
  });
});
