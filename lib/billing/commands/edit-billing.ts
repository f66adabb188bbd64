import "server-only";
import { organisationsAs } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { type LoadedEnrolment, loadEnrolment } from "@/lib/enrolments/commands/load-enrolment";

export type ProfileContent = {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly bankRegistration: string;
  readonly bankAccount: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly paymentDays: number;
};

/** The acting person's provider, to write what its invoices say; null where it is not theirs. */
export async function loadProvider(work: Work, providerId: string) {
  if (!organisationsAs(work.acting, "staff").includes(providerId)) return null;
  const profile = await work.tx.billingProfile.findUnique({
    where: { organisationId: providerId },
    select: { version: true },
  });
  return { providerId, profile };
}

/** Writes what a provider's invoices say of it, from the next one on. `version` is 0 where nothing was there. */
export async function saveProfile(
  work: Work,
  { providerId, profile }: NonNullable<Awaited<ReturnType<typeof loadProvider>>>,
  version: number,
  content: ProfileContent,
): Promise<void> {
  insist(decideVersion(profile ?? { version: 0 }, version));
  if (profile) {
    const { count } = await work.tx.billingProfile.updateMany({
      where: { organisationId: providerId, version },
      data: { ...content, version: { increment: 1 } },
    });
    if (count === 0) throw new RefusalError({ code: "conflict" });
  } else await work.tx.billingProfile.create({ data: { organisationId: providerId, ...content } });
  await work.audit({
    stream: `organisation:${providerId}`,
    action: "billingProfile.saved",
    entity: "billingProfile",
    entityId: providerId,
    detail: { paymentDays: content.paymentDays },
  });
}

/** The seat whose bill it is, locked; null where there is none for the acting person. */
export function loadBill(work: Work, enrolmentId: string): Promise<LoadedEnrolment | null> {
  return loadEnrolment(work, enrolmentId);
}

/** Writes where the bill of a seat goes: GLN and requisition number. What is invoiced already stays as it is. */
export async function correctBill(
  work: Work,
  enrolment: LoadedEnrolment,
  { payerGln, payerReference }: { readonly payerGln: string; readonly payerReference: string },
): Promise<void> {
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version },
    data: { payerGln, payerReference, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${enrolment.cohortId}`,
    action: "enrolment.billCorrected",
    entity: "enrolment",
    entityId: enrolment.id,
  });
}
