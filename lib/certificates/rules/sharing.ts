import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { CertificateState, CertificateVisibility } from "../../db/generated/enums.ts";

/** Who sees a certificate whose holder has chosen nothing. */
export const DEFAULT_VISIBILITY: CertificateVisibility = "link";

/**
 * Whether what a certificate says is shown to whoever has its address. Where the holder keeps it to themself, others learn only that the
 * number is genuine and whether it holds: without that, a paper copy could not be checked any more.
 */
export function isDisclosed(
  visibility: CertificateVisibility | undefined,
  readerId: string | null,
  holderId: string,
): boolean {
  return (visibility ?? DEFAULT_VISIBILITY) !== "private" || readerId === holderId;
}

/** What a holder's wish is judged by. */
export type HolderFacts = {
  readonly personId: string;
  readonly holderId: string;
  readonly state: CertificateState;
  readonly validUntil: Date | null;
  /** The kinds that the holder has asked for and that wait for an answer. */
  readonly openRequests: readonly string[];
  /** The name on the certificate, and the holder's today. */
  readonly printedName: string;
  readonly presentName: string;
};

/** Whether the person may choose who sees the certificate: its holder alone. */
export function decideSharing(facts: Pick<HolderFacts, "personId" | "holderId">): Decision {
  return facts.personId === facts.holderId ? allowed : refuse("notFound");
}

/** Whether the holder may ask for a new name on it or for recertification. */
export function decideRequest(facts: HolderFacts, kind: "new_name" | "recertification"): Decision {
  if (facts.personId !== facts.holderId) return refuse("notFound");
  if (facts.state !== "issued") return refuse("certificate.notCurrent");
  if (facts.openRequests.includes(kind)) return refuse("certificate.requestOpen");
  if (kind === "new_name" && facts.printedName === facts.presentName) return refuse("certificate.sameName");
  if (kind === "recertification" && facts.validUntil === null) return refuse("certificate.withoutEnd");
  return allowed;
}
