import type { CertificateState, CheckVerdict } from "../../db/generated/enums.ts";

/** Everything that the nightly check asks of a certificate, of a year's numbers and of the published roots. */
const checks = [
  "payload",
  "payloadHash",
  "printedIds",
  "decision",
  "state",
  "statusBits",
  "credentialHash",
  "proofBytes",
  "signature",
  "documentBytes",
  "leaf",
  "serialGap",
  "root",
  "reading",
] as const;
export type CheckName = (typeof checks)[number];

/** What was found: that something is wrong, or that it could not be checked. What is right leaves nothing. */
export type Finding = {
  readonly what: CheckName;
  readonly verdict: CheckVerdict;
  /** Ids, hashes and formats, never a name. */
  readonly detail: string;
};

/** A stored piece, by the hash that was noted of it and the one that it has now. */
type Stored = { readonly name: string; readonly noted: string; readonly present: string };

/** A certificate with everything computed again from what is stored. */
export type SoundnessFacts = {
  readonly state: CertificateState;
  /** What the payload says of itself; null where it cannot be read as one. */
  readonly printed: { readonly publicId: string; readonly serialNumber: string } | null;
  readonly publicId: string;
  readonly serialNumber: string;
  readonly payload: Stored;
  /** The decision that it rests on, or the appeal that changed it, is to certify. */
  readonly certified: boolean;
  readonly suspended: boolean;
  readonly revoked: boolean;
  readonly succeeded: boolean;
  /** Null where nothing is stored yet that could be signed. */
  readonly credential: Stored | null;
  readonly statusBits: number;
  readonly proofs: readonly (Stored & {
    /** What was stored to be signed, and what the proof is over. */
    readonly signed: Stored;
    readonly signature: "good" | "bad" | "unknownKey" | "notChecked";
  })[];
  readonly documents: readonly Stored[];
  readonly leaves: readonly Stored[];
};

const wrong = (what: CheckName, detail = ""): Finding => ({ what, verdict: "wrong", detail });
const unknown = (what: CheckName, detail = ""): Finding => ({ what, verdict: "unknown", detail });

const changed = (what: CheckName, pieces: readonly Stored[]): Finding[] =>
  pieces
    .filter(({ noted, present }) => noted !== present)
    .map(({ name, noted, present }) => wrong(what, `${name}: noted ${noted}, is ${present}`));

/** A state without what has to go with it, or the other way round. */
function stateFindings(facts: SoundnessFacts): Finding[] {
  const { state, suspended, revoked, succeeded } = facts;
  const told = `state ${state}, suspension ${suspended}, revocation ${revoked}, successor ${succeeded}`;
  const fits =
    (state === "revoked") === revoked &&
    (state === "superseded") === succeeded &&
    (state !== "suspended" || suspended) &&
    (state !== "issued" || !suspended);
  return fits ? [] : [wrong("state", told)];
}

function signatureFinding(proof: SoundnessFacts["proofs"][number]): Finding[] {
  switch (proof.signature) {
    case "good":
      return [];
    case "bad":
      return [wrong("signature", proof.name)];
    case "unknownKey":
      return [unknown("signature", `${proof.name}: its key is not among those that are published`)];
    default:
      return [unknown("signature", `${proof.name}: there are no keys to check with`)];
  }
}

/** What is wrong with a certificate, and what could not be checked. Empty where everything is as it was issued. */
export function soundnessOf(facts: SoundnessFacts): Finding[] {
  const { printed, credential } = facts;
  const ids = printed?.publicId === facts.publicId && printed.serialNumber === facts.serialNumber;
  return [
    ...(printed ? [] : [unknown("payload", "written in a form that this release does not know")]),
    ...changed("payloadHash", [facts.payload]),
    ...(printed && !ids
      ? [wrong("printedIds", `says ${printed.serialNumber}, is ${facts.serialNumber}`)]
      : []),
    ...(facts.certified ? [] : [wrong("decision")]),
    ...stateFindings(facts),
    ...(credential && facts.statusBits !== 2
      ? [wrong("statusBits", `${facts.statusBits} instead of 2`)]
      : []),
    ...changed("credentialHash", credential ? [credential] : []),
    ...facts.proofs.flatMap((proof) => changed("proofBytes", [proof, proof.signed]).slice(0, 1)),
    ...facts.proofs.flatMap(signatureFinding),
    ...changed("documentBytes", facts.documents),
    ...changed("leaf", facts.leaves),
  ];
}

/**
 * Whether a finding that tells nothing either way leaves open what was once found wrong of the same certificate: one that could not be
 * read leaves everything open, a payload that could not be read the ids in it, and any other the piece that its detail begins with.
 */
export function leavesOpen(
  unknown: Pick<Finding, "what" | "detail">,
  told: { readonly what: string; readonly detail: string },
): boolean {
  if (unknown.what === "reading") return true;
  if (unknown.what === "payload") return told.what === "printedIds";
  return unknown.what === told.what && unknown.detail.startsWith(`${told.detail}:`);
}

/** What is wrong with the serial numbers of a year: `given` are those there are, `last` the last that was given out. */
export function serialFindings(year: number, given: readonly number[], last: number): Finding[] {
  const there = new Set(given);
  const missing = Array.from({ length: last }, (_, n) => n + 1).filter((number) => !there.has(number));
  const beyond = given.filter((number) => number > last);
  return [...missing, ...beyond].map((number) =>
    wrong("serialGap", `PX-${year}-${String(number).padStart(5, "0")}`),
  );
}
