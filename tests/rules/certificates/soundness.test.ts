import { describe, expect, it } from "vitest";
import {
  leavesOpen,
  type SoundnessFacts,
  serialFindings,
  soundnessOf,
} from "@/lib/certificates/rules/soundness";

describe("the nightly check", () => {
  const stored = (name: string) => ({ name, noted: "a", present: "a" });
  const sound: SoundnessFacts = {
    state: "issued",
    printed: { publicId: "p", serialNumber: "PX-2026-00001" },
    publicId: "p",
    serialNumber: "PX-2026-00001",
    payload: stored("payload"),
    certified: true,
    suspended: false,
    revoked: false,
    succeeded: false,
    credential: stored("credential"),
    statusBits: 2,
    proofs: [{ ...stored("vc_jwt"), signed: stored("vc_jwt"), signature: "good" }],
    documents: [stored("da")],
    leaves: [stored("issued")],
  };
  const found = (change: Partial<SoundnessFacts>) =>
    soundnessOf({ ...sound, ...change }).map(({ what, verdict }) => `${what} ${verdict}`);
  const whole = { ...stored("x"), signed: stored("x") };
  const altered = { name: "x", noted: "a", present: "b" };

  it.each<[string, Partial<SoundnessFacts>, string[]]>([
    ["everything as it was", {}, []],
    ["another payload", { payload: altered }, ["payloadHash wrong"]],
    ["a payload of a later release", { printed: null }, ["payload unknown"]],
    [
      "another number in it",
      { printed: { publicId: "p", serialNumber: "PX-2026-00002" } },
      ["printedIds wrong"],
    ],
    ["no decision to certify", { certified: false }, ["decision wrong"]],
    ["revoked by nobody", { state: "revoked" }, ["state wrong"]],
    ["a confirmed revocation of one that is issued", { revoked: true }, ["state wrong"]],
    ["replaced by nothing", { state: "superseded" }, ["state wrong"]],
    ["suspended by nobody", { state: "suspended" }, ["state wrong"]],
    ["a lasting suspension of one that is issued", { suspended: true }, ["state wrong"]],
    ["revoked while suspended", { state: "revoked", suspended: true, revoked: true }, []],
    ["a status bit lost", { statusBits: 1 }, ["statusBits wrong"]],
    ["not reserved yet", { credential: null, statusBits: 0, proofs: [] }, []],
    ["another credential", { credential: altered }, ["credentialHash wrong"]],
    [
      "another proof",
      { proofs: [{ ...altered, signed: stored("x"), signature: "bad" }] },
      ["proofBytes wrong", "signature wrong"],
    ],
    [
      "a proof over something else",
      { proofs: [{ ...stored("x"), signed: altered, signature: "unknownKey" }] },
      ["proofBytes wrong", "signature unknown"],
    ],
    ["a key that is gone", { proofs: [{ ...whole, signature: "unknownKey" }] }, ["signature unknown"]],
    ["no keys at all", { proofs: [{ ...whole, signature: "notChecked" }] }, ["signature unknown"]],
    ["another document", { documents: [altered] }, ["documentBytes wrong"]],
    ["another leaf", { leaves: [altered] }, ["leaf wrong"]],
  ])("%s", (_name, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it.each([
    ["the certificate could not be read", "reading", "reference x", "leaf", "issued: noted a, is b", true],
    ["its payload is of a later release", "payload", "later", "printedIds", "says 1, is 2", true],
    [
      "the hash of such a payload was found right",
      "payload",
      "later",
      "payloadHash",
      "payload: noted a",
      false,
    ],
    ["the same signature's key is gone", "signature", "vc_jwt: no keys", "signature", "vc_jwt", true],
    ["another signature's key is gone", "signature", "vc_jwt: no keys", "signature", "data_integrity", false],
    ["a key is gone", "signature", "vc_jwt: no keys", "documentBytes", "da: noted a", false],
  ] as const)(
    "%s (%s, %s; told: %s, %s): open is %s",
    (_name, what, detail, toldWhat, toldDetail, expected) => {
      expect(leavesOpen({ what, detail }, { what: toldWhat, detail: toldDetail })).toBe(expected);
    },
  );

  it("sees a gap in a year's numbers, and a number that nobody gave out", () => {
    expect(serialFindings(2026, [1, 2, 3], 3)).toEqual([]);
    expect(serialFindings(2026, [1, 3, 9], 4).map(({ detail }) => detail)).toEqual([
      "PX-2026-00002",
      "PX-2026-00004",
      "PX-2026-00009",
    ]);
  });
});
