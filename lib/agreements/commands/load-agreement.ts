import "server-only";
import { visibleAgreements } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

/** Locks and reads an agreement of the acting person's provider, as actions on it know it; null where there is none for them. */
export async function loadAgreement(work: Work, agreementId: string) {
  if (!(await lockRow(work.tx, "agreement", agreementId))) return null;
  return work.tx.agreement.findFirst({
    where: { AND: [{ id: agreementId }, visibleAgreements(work.acting)] },
    select: {
      id: true,
      kind: true,
      state: true,
      version: true,
      currency: true,
      providerId: true,
      partners: { select: { organisationId: true } },
      seatAllocations: { select: { id: true, organisationId: true, trackId: true } },
      cohorts: { select: { state: true } },
      _count: { select: { invoices: true } },
    },
  });
}

export type LoadedAgreement = NonNullable<Awaited<ReturnType<typeof loadAgreement>>>;
