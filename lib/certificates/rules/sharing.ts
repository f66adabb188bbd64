import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type {
  CertificateRequestKind,
  CertificateState,
  CertificateVisibility,
} from "../../db/generated/enums.ts";
import type { RecertificationStage } from "./succession.ts";

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
  readonly recertification: RecertificationStage;
};

/** Whether the person may choose who sees the certificate: its holder alone. */
export function decideSharing(facts: Pick<HolderFacts, "personId" | "holderId">): Decision {
  return facts.personId === facts.holderId ? allowed : refuse("notFound");
}

/** Whether the holder may ask for a new name on it or for recertification. */
export function decideRequest(facts: HolderFacts, kind: CertificateRequestKind): Decision {
  if (facts.personId !== facts.holderId) return refuse("notFound");
  if (facts.state !== "issued") return refuse("certificate.notCurrent");
  if (facts.openRequests.includes(kind)) return refuse("certificate.requestOpen");
  if (kind === "new_name" && facts.printedName === facts.presentName) return refuse("certificate.sameName");
  if (kind === "recertification" && facts.validUntil === null) return refuse("certificate.withoutEnd");
  if (kind === "recertification" && facts.recertification === "underWay")
    return refuse("certificate.recertifying");
  if (kind === "recertification" && facts.recertification === "closed")
    return refuse("certificate.leftBeforeEnd");
  return allowed;
}

/** What a holder asked for, and what was answered; the answer is null until there is one. */
export type HolderWish = {
  readonly kind: CertificateRequestKind;
  readonly requestedAt: Date;
  readonly answeredAt: Date | null;
  readonly granted: boolean | null;
  readonly answer: string;
};

/** A wish that was declined. */
export type DeclinedWish = {
  readonly kind: CertificateRequestKind;
  readonly answeredAt: Date;
  readonly reason: string;
};

/**
 * The answers no that still say how things are, the newest wish first: of each kind that of the last wish, as long as recertification
 * has not begun all the same since (`begunAt`: when it last did).
 */
export function declinedWishes(wishes: readonly HolderWish[], begunAt: Date | null): DeclinedWish[] {
  const newest = wishes.toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime());
  return newest.flatMap(({ kind, answeredAt, granted, answer }, index) => {
    const last = newest.findIndex((each) => each.kind === kind) === index;
    const overtaken = kind === "recertification" && begunAt && answeredAt && answeredAt <= begunAt;
    return last && granted === false && answeredAt && !overtaken
      ? [{ kind, answeredAt, reason: answer }]
      : [];
  });
}
