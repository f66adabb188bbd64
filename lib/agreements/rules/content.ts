import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { AgreementKind, AgreementState, CohortState } from "@/lib/db/generated/enums";
import { agreementTransitions } from "./transitions";

/** What an agreement says, as far as rules look at it. Days are `YYYY-MM-DD`, empty where none is set. */
export type AgreementTerms = {
  readonly kind: AgreementKind;
  readonly validFrom: string;
  readonly validTo: string;
  readonly funderId: string;
  readonly diaryNumber: string;
  readonly amount: number | null;
  readonly partnerIds: readonly string[];
};

/**
 * Whether an agreement's terms hold together: a period in order; a funded one names its funder, diary number and amount (the
 * database says the same, agreement_funded_wholly); an academy and an in-house one have partners, the latter one only.
 */
export function decideTerms(terms: AgreementTerms): Decision {
  return all(
    terms.validTo !== "" && terms.validTo <= terms.validFrom
      ? refuse("agreement.endsBeforeStart", undefined, "validTo")
      : allowed,
    decideFunding(terms),
    decidePartners(terms),
  );
}

function decideFunding({ kind, funderId, diaryNumber, amount }: AgreementTerms): Decision {
  if (kind !== "funded") return allowed;
  if (funderId === "") return refuse("agreement.funderMissing", undefined, "funderId");
  if (diaryNumber === "") return refuse("agreement.diaryNumberMissing", undefined, "diaryNumber");
  return amount === null ? refuse("agreement.amountMissing", undefined, "amount") : allowed;
}

function decidePartners({ kind, partnerIds }: AgreementTerms): Decision {
  if (kind === "academy" && partnerIds.length === 0)
    return refuse("agreement.partnersMissing", undefined, "partnerIds");
  if (kind === "in_house" && partnerIds.length !== 1)
    return refuse("agreement.onePartner", undefined, "partnerIds");
  return allowed;
}

/** Whether an agreement may be edited: until it is over. */
export function decideEditingAgreement(state: AgreementState): Decision {
  return state === "negotiated" || state === "active" ? allowed : refuse("agreement.ended");
}

/** Whether the kind may change: not once cohorts run under it, since it says who may apply to them. */
export function decideKindChange(from: AgreementKind, to: AgreementKind, cohorts: number): Decision {
  return from === to || cohorts === 0 ? allowed : refuse("agreement.kindFixed", undefined, "kind");
}

/** Whether a partner may leave: not while seats are allocated to it. */
export function decidePartnersLeaving(
  allocatedTo: readonly string[],
  partnerIds: readonly string[],
): Decision {
  return allocatedTo.every((id) => partnerIds.includes(id))
    ? allowed
    : refuse("agreement.partnerHasSeats", undefined, "partnerIds");
}

const live: readonly CohortState[] = ["draft", "open", "closed", "running"];

/** Whether an agreement may go to another state: it ends, in one way or another, when its cohorts have. */
export function decideAgreementState(
  from: AgreementState,
  to: AgreementState,
  cohorts: readonly CohortState[],
): Decision {
  const move = decideTransition("agreement", agreementTransitions, from, to);
  if (!move.ok) return move;
  const count = cohorts.filter((state) => live.includes(state)).length;
  const ends = to === "completed" || to === "cancelled";
  return ends && count > 0 ? refuse("agreement.cohortsLive", { count }) : allowed;
}
