import "server-only";
import { visibleAgreements } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { lockRow } from "@/lib/db/lock-row";
import { decideChargeChange, decideChargeRemoval, decidePayer } from "../rules/charge";

/** What a sum of an agreement says. */
type ChargeContent = {
  readonly organisationId: string;
  readonly text: string;
  readonly amount: number;
  readonly vatPercent: number;
  readonly billFrom: string;
  readonly payerGln: string;
  readonly payerReference: string;
};

/**
 * An agreement of the acting person's provider, locked as whoever makes its invoices locks it, with one of its sums; `charge` is null where
 * `chargeId` is empty. Null where there is no such agreement for them, or it has no such sum.
 */
export async function loadCharge(work: Work, agreementId: string, chargeId: string) {
  if (!(await lockRow(work.tx, "agreement", agreementId))) return null;
  const agreement = await work.tx.agreement.findFirst({
    where: { AND: [{ id: agreementId }, visibleAgreements(work.acting)] },
    select: {
      id: true,
      providerId: true,
      funderId: true,
      coordinatorId: true,
      partners: { select: { organisationId: true } },
    },
  });
  if (!agreement) return null;
  const charge = chargeId
    ? await work.tx.agreementCharge.findFirst({
        where: { id: chargeId, agreementId },
        select: {
          id: true,
          version: true,
          organisationId: true,
          vatPercent: true,
          _count: { select: { invoiceLines: true } },
        },
      })
    : null;
  if (chargeId && !charge) return null;
  const { partners, ...rest } = agreement;
  return { ...rest, partnerIds: partners.map(({ organisationId }) => organisationId), charge };
}

export type LoadedCharge = NonNullable<Awaited<ReturnType<typeof loadCharge>>>;

async function writeCharge(
  work: Work,
  { id, charge }: LoadedCharge,
  version: number,
  content: ChargeContent,
) {
  const { amount, billFrom, ...columns } = content;
  const data = { ...columns, amountMinor: amount, billFrom: dateColumn(billFrom) };
  if (!charge) {
    const made = await work.tx.agreementCharge.create({
      data: { ...data, agreementId: id, createdAt: work.now },
      select: { id: true },
    });
    return made.id;
  }
  const { count } = await work.tx.agreementCharge.updateMany({
    where: { id: charge.id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  return charge.id;
}

/**
 * Writes a sum of an agreement: a new one, or another wording, amount or day of one that is there and that was read in `version` (0 for a new
 * one). The difference to what was invoiced shows in the basis, and the next documents make up for it.
 */
export async function saveCharge(
  work: Work,
  loaded: LoadedCharge,
  version: number,
  content: ChargeContent,
): Promise<void> {
  const { id, charge } = loaded;
  insist(decideVersion(charge ?? { version: 0 }, version));
  // Whoever was a party when the sum was agreed goes on paying it.
  if (charge?.organisationId !== content.organisationId) insist(decidePayer(content.organisationId, loaded));
  if (charge) insist(decideChargeChange(charge, content, charge._count.invoiceLines));
  const chargeId = await writeCharge(work, loaded, version, content);
  await work.audit({
    stream: `agreement:${id}`,
    action: "agreement.chargeSaved",
    entity: "agreementCharge",
    entityId: chargeId,
    detail: {
      organisationId: content.organisationId,
      amountMinor: content.amount,
      vatPercent: content.vatPercent,
      billFrom: content.billFrom,
    },
  });
}

/** Takes away a sum that is on no document. */
export async function removeCharge(work: Work, { id, charge }: LoadedCharge): Promise<void> {
  if (!charge) throw new RefusalError(refuse("notFound").refusal);
  insist(decideChargeRemoval(charge._count.invoiceLines));
  await work.tx.agreementCharge.delete({ where: { id: charge.id }, select: { id: true } });
  await work.audit({
    stream: `agreement:${id}`,
    action: "agreement.chargeRemoved",
    entity: "agreementCharge",
    entityId: charge.id,
  });
}
