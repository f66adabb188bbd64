import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements } from "@/lib/auth/scope";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { civilDay } from "@/lib/core/dates";
import type { Db, Transaction } from "@/lib/db/client";
import type { AgreementState } from "@/lib/db/generated/enums";
import { chargeOwed } from "../rules/charge";
import {
  type Billable,
  type BillableLine,
  buyerColumns,
  invoicedSoFar,
  organisationAsBuyer,
} from "./billable";

/** What one sum of an agreement comes to. */
type AgreementLine = BillableLine & {
  readonly chargeId: string;
  readonly version: number;
  readonly organisationId: string;
  /** What it is for, without the agreement's title. */
  readonly what: string;
  /** The sum in all, whether its day has come or not. */
  readonly amountMinor: number;
  readonly billFrom: string;
  readonly payerGln: string;
};

/** An agreement's invoice basis. */
export type AgreementBasis = Billable<AgreementLine> & {
  readonly agreementId: string;
  readonly title: string;
  readonly state: AgreementState;
};

/** What is to be invoiced and credited of the sums of an agreement at `now`; null where the acting person has no such agreement. */
export async function loadAgreementBasis(
  db: Db | Transaction,
  acting: Acting,
  agreementId: string,
  now: Date,
): Promise<AgreementBasis | null> {
  const agreement = await db.agreement.findFirst({
    where: { AND: [{ id: agreementId }, visibleAgreements(acting)] },
    select: {
      title: true,
      state: true,
      currency: true,
      providerId: true,
      charges: {
        orderBy: [{ billFrom: "asc" }, { id: "asc" }],
        include: { organisation: { select: buyerColumns } },
      },
    },
  });
  if (!agreement) return null;
  const { charges, ...rest } = agreement;
  const ids = charges.map(({ id }) => id);
  const soFar = await invoicedSoFar(db, "chargeId", ids);
  const today = civilDay(now);
  return {
    ...rest,
    subject: { agreementId },
    agreementId,
    timeZone: CIVIL_ZONE,
    lines: charges.map((charge) => {
      const { id, text, amountMinor, organisationId, version, vatPercent, payerGln } = charge;
      const { minor, invoices } = soFar(id);
      const billFrom = charge.billFrom.toISOString().slice(0, 10);
      const owedMinor = chargeOwed({ amountMinor, billFrom, invoicedMinor: minor }, today);
      return {
        chargeId: id,
        subject: { chargeId: id },
        version,
        organisationId,
        what: text,
        text: `${rest.title}: ${text}`,
        amountMinor,
        billFrom,
        payerGln,
        buyerOrganisationId: organisationId,
        buyerPersonId: null,
        buyer: organisationAsBuyer(charge.organisation, charge, today),
        vatPercent,
        owedMinor,
        invoicedMinor: minor,
        dueMinor: owedMinor - minor,
        invoices,
      };
    }),
  };
}
