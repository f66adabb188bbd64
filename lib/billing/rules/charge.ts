import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { AgreementState } from "@/lib/db/generated/enums";

/** A sum that is agreed for an agreement, as far as its bill goes. */
export type Charge = {
  readonly amountMinor: number;
  /** The first day on which it may be invoiced, `2026-05-13`. */
  readonly billFrom: string;
  /** What was invoiced of it, credits taken off. */
  readonly invoicedMinor: number;
};

/**
 * What is owed of a sum on `today`, in minor units without VAT: nothing before its day. What was invoiced already is measured against
 * the sum as it is now, whatever the day says: lowered, it is credited.
 */
export function chargeOwed({ amountMinor, billFrom, invoicedMinor }: Charge, today: string): number {
  return billFrom <= today || invoicedMinor > 0 ? amountMinor : 0;
}

/** Who may be asked to pay a sum of an agreement: a partner of it, its funder or its coordinator. */
export function decidePayer(
  organisationId: string,
  parties: {
    readonly partnerIds: readonly string[];
    readonly funderId: string | null;
    readonly coordinatorId: string | null;
  },
): Decision {
  const { partnerIds, funderId, coordinatorId } = parties;
  return [...partnerIds, funderId, coordinatorId].includes(organisationId)
    ? allowed
    : refuse("billing.chargePayer", undefined, "organisationId");
}

type Fixed = { readonly organisationId: string; readonly vatPercent: number };

/** Whether a sum may be changed so: once it is on a document, its payer and its VAT stay, and it is brought to zero instead. */
export function decideChargeChange(from: Fixed, to: Fixed, documents: number): Decision {
  if (documents === 0) return allowed;
  if (from.organisationId !== to.organisationId)
    return refuse("billing.chargeInvoiced", undefined, "organisationId");
  return from.vatPercent === to.vatPercent
    ? allowed
    : refuse("billing.chargeInvoiced", undefined, "vatPercent");
}

/** Whether a sum may be taken away as if it had never been: only while it is on no document. */
export function decideChargeRemoval(documents: number): Decision {
  return documents === 0 ? allowed : refuse("billing.chargeInvoiced");
}

/** Whether the currency of an agreement may change: not once something was invoiced in it. */
export function decideCurrencyChange(from: string, to: string, documents: number): Decision {
  return from === to || documents === 0 ? allowed : refuse("billing.currencyFixed", undefined, "currency");
}

/** Whether the sums of an agreement may be invoiced: once it is in force. Afterwards too: the last instalment, and what is given back. */
export function decideInvoicingAgreement(state: AgreementState): Decision {
  return state === "negotiated" ? refuse("billing.agreementNegotiated") : allowed;
}
