import "server-only";
import type { AuditStream } from "@/lib/audit/rules/events";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { civilDay, dateColumn, dayOf } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { lockRow } from "@/lib/db/lock-row";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { Billable, BillableLine } from "../facts/billable";
import { type AgreementBasis, loadAgreementBasis } from "../facts/load-agreement-basis";
import { type Basis, loadBasis } from "../facts/load-basis";
import type { Parties, Seller } from "../rules/document";
import { decideDocuments, type Group, groupLines } from "../rules/grouping";

/** A cohort's basis with the cohort locked; null where there is none for the acting person. */
export async function loadBasisToIssue(work: Work, cohortId: string): Promise<Basis | null> {
  if (!(await lockRow(work.tx, "cohort", cohortId))) return null;
  return loadBasis(work.tx, work.acting, cohortId, work.now);
}

/** An agreement's basis with the agreement locked; null where there is none for the acting person. */
export async function loadAgreementBasisToIssue(
  work: Work,
  agreementId: string,
): Promise<AgreementBasis | null> {
  if (!(await lockRow(work.tx, "agreement", agreementId))) return null;
  return loadAgreementBasis(work.tx, work.acting, agreementId, work.now);
}

/** The seller as their profile says it, locked, so that numbers follow each other without gaps. Refused as `billing.profileMissing`. */
async function lockSeller(work: Work, providerId: string) {
  await work.tx
    .$executeRaw`SELECT 1 FROM billing_profile WHERE organisation_id = ${providerId}::uuid FOR UPDATE`;
  const profile = await work.tx.billingProfile.findUnique({
    where: { organisationId: providerId },
    include: { organisation: { include: { names: true } } },
  });
  if (!profile) throw new RefusalError(refuse("billing.profileMissing").refusal);
  const { organisation, lastNumber, paymentDays, ...columns } = profile;
  const seller: Seller = {
    name: nameAt(organisation.names, civilDay(work.now))?.name ?? "",
    country: organisation.country,
    registrationNumber: organisation.registrationNumber ?? "",
    gln: organisation.gln ?? "",
    street: columns.street,
    postalCode: columns.postalCode,
    city: columns.city,
    bankRegistration: columns.bankRegistration,
    bankAccount: columns.bankAccount,
    contactName: columns.contactName,
    contactEmail: columns.contactEmail,
  };
  return { seller, lastNumber, paymentDays };
}

type Locked = Awaited<ReturnType<typeof lockSeller>>;

/** Where the trail of a bill is: with what it is the bill of. */
function streamOf({ subject }: Billable): AuditStream {
  return "cohortId" in subject ? `cohort:${subject.cohortId}` : `agreement:${subject.agreementId}`;
}

const billIdOf = (subject: BillableLine["subject"]): string =>
  "billId" in subject ? subject.billId : subject.chargeId;

async function writeDocument(
  work: Work,
  basis: Billable,
  locked: Locked,
  group: Group<BillableLine>,
  number: number,
): Promise<void> {
  const [first] = group.lines;
  if (!first) return;
  const issuedOn = dayOf(work.now, basis.timeZone);
  const due = new Date(dateColumn(issuedOn).getTime() + locked.paymentDays * 86_400_000);
  const parties: Parties = { seller: locked.seller, buyer: first.buyer, credits: group.credits };
  const { id } = await work.tx.invoice.create({
    data: {
      kind: group.kind,
      sellerId: basis.providerId,
      number,
      ...basis.subject,
      buyerOrganisationId: first.buyerOrganisationId,
      buyerPersonId: first.buyerPersonId,
      issuedOn: dateColumn(issuedOn),
      dueOn: due,
      currency: basis.currency,
      vatPercent: group.vatPercent,
      netMinor: group.netMinor,
      vatMinor: group.vatMinor,
      parties: JSON.parse(JSON.stringify(parties)),
      createdAt: work.now,
      createdById: personOf(work.acting),
      lines: {
        create: group.lines.map((line, index) => ({
          position: index + 1,
          ...line.subject,
          text: line.text.slice(0, 300),
          amountMinor: Math.abs(line.dueMinor),
        })),
      },
    },
    select: { id: true },
  });
  await work.audit({
    stream: streamOf(basis),
    action: group.kind === "invoice" ? "invoice.made" : "creditNote.made",
    entity: "invoice",
    entityId: id,
    detail: { number, netMinor: group.netMinor, bills: group.lines.map(({ subject }) => billIdOf(subject)) },
  });
}

/**
 * Makes the invoices and credit notes that the basis of a cohort or of an agreement asks for: one for each buyer and reference. Nothing is sent. Returns how
 * many. Refused as `billing.nothingDue` where there is nothing to make.
 */
export async function issueInvoices(work: Work, basis: Billable): Promise<number> {
  const groups = groupLines(basis.lines);
  insist(decideDocuments(groups));
  const locked = await lockSeller(work, basis.providerId);
  for (const [index, group] of groups.entries())
    await writeDocument(work, basis, locked, group, locked.lastNumber + index + 1);
  await work.tx.billingProfile.update({
    where: { organisationId: basis.providerId },
    data: { lastNumber: locked.lastNumber + groups.length },
  });
  return groups.length;
}
