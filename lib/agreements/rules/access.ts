import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { AgreementKind, AgreementState } from "@/lib/db/generated/enums";

/** Whether cohorts under an agreement of this kind are for everybody. The scope `publicCohorts` says the same as SQL. */
export function isOpenToEverybody(kind: AgreementKind | null): boolean {
  return kind === null || kind === "open";
}

/** Whether a cohort may be planned under an agreement: it is the same provider's, and not over. */
export function decideUsingAgreement(
  agreement: { readonly providerId: string; readonly state: AgreementState } | null,
  providerId: string,
): Decision {
  if (agreement === null || agreement.providerId !== providerId)
    return refuse("agreement.notYours", undefined, "agreementId");
  return agreement.state === "active" || agreement.state === "negotiated"
    ? allowed
    : refuse("agreement.over", undefined, "agreementId");
}
