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

type TermsCheck = {
  readonly field: keyof AgreementTerms;
  /** The refusal's code below `agreement`. */
  readonly code: string;
  readonly isWrong: (terms: Partial<AgreementTerms>) => boolean;
};

/**
 * What an agreement's terms have to hold together by: a period in order; a funded one names its funder, diary number and amount
 * (the database says the same, agreement_funded_wholly); an academy and an in-house one have partners, the latter one only.
 * What is not there, because it could not be read, is not wrong here too.
 */
export const termsChecks: readonly TermsCheck[] = [
  {
    field: "validTo",
    code: "endsBeforeStart",
    isWrong: ({ validFrom, validTo }) => Boolean(validFrom && validTo) && `${validTo}` <= `${validFrom}`,
  },
  {
    field: "partnerIds",
    code: "partnersMissing",
    isWrong: ({ kind, partnerIds }) => kind === "academy" && partnerIds?.length === 0,
  },
  {
    field: "partnerIds",
    code: "onePartner",
    isWrong: ({ kind, partnerIds }) =>
      kind === "in_house" && partnerIds !== undefined && partnerIds.length !== 1,
  },
  {
    field: "funderId",
    code: "funderMissing",
    isWrong: ({ kind, funderId }) => kind === "funded" && funderId === "",
  },
  {
    field: "diaryNumber",
    code: "diaryNumberMissing",
    isWrong: ({ kind, diaryNumber }) => kind === "funded" && diaryNumber === "",
  },
  {
    field: "amount",
    code: "amountMissing",
    isWrong: ({ kind, amount }) => kind === "funded" && amount === null,
  },
];

/** Whether an agreement's terms hold together, by `termsChecks`. */
export function decideTerms(terms: AgreementTerms): Decision {
  return all(
    ...termsChecks.map(({ field, code, isWrong }) =>
      isWrong(terms) ? refuse(`agreement.${code}`, undefined, field) : allowed,
    ),
  );
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
