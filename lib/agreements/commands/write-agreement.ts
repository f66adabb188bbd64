import "server-only";
import type { Work } from "@/lib/auth/work";
import { decideCurrencyChange } from "@/lib/billing/rules/charge";
import { dateColumn } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import type { AgreementState, ParticipantRole } from "@/lib/db/generated/enums";
import {
  type AgreementTerms,
  decideAgreementState,
  decideEditingAgreement,
  decideKindChange,
  decidePartnersLeaving,
  decideTerms,
} from "../rules/content";
import type { LoadedAgreement } from "./load-agreement";

/** What an agreement says. Empty ids and days mean none. */
export type AgreementContent = AgreementTerms & {
  readonly title: string;
  readonly currency: "DKK" | "SEK" | "EUR";
  readonly coordinatorId: string;
  readonly roleTargets: readonly { readonly participantRole: ParticipantRole; readonly number: number }[];
};

function columnsOf(content: AgreementContent) {
  const { kind, title, validFrom, validTo, funderId, diaryNumber, amount, currency, coordinatorId } = content;
  return {
    kind,
    title,
    validFrom: dateColumn(validFrom),
    validTo: validTo ? dateColumn(validTo) : null,
    funderId: funderId || null,
    diaryNumber: diaryNumber || null,
    amountMinor: amount,
    currency,
    coordinatorId: coordinatorId || null,
  };
}

async function writeParts(work: Work, agreementId: string, content: AgreementContent): Promise<void> {
  const partnerIds = [...new Set(content.partnerIds)];
  await work.tx.agreementPartner.deleteMany({
    where: { agreementId, organisationId: { notIn: partnerIds } },
  });
  await work.tx.agreementPartner.createMany({
    data: partnerIds.map((organisationId) => ({ agreementId, organisationId })),
    skipDuplicates: true,
  });
  const targets = new Map(content.roleTargets.map((target) => [target.participantRole, target.number]));
  await work.tx.roleTarget.deleteMany({ where: { agreementId } });
  await work.tx.roleTarget.createMany({
    data: [...targets]
      .filter(([, number]) => number > 0)
      .map(([participantRole, number]) => ({ agreementId, participantRole, number })),
  });
}

async function insistOrganisations(work: Work, content: AgreementContent): Promise<void> {
  const named = [...content.partnerIds, content.funderId, content.coordinatorId].filter(Boolean);
  const ids = [...new Set(named)];
  const found = await work.tx.organisation.count({ where: { id: { in: ids } } });
  if (found < ids.length) insist(refuse("notFound"));
}

/** Makes an agreement that is being negotiated; returns its id. */
export async function createAgreement(
  work: Work,
  providerId: string,
  content: AgreementContent,
): Promise<string> {
  insist(decideTerms(content));
  await insistOrganisations(work, content);
  const { id } = await work.tx.agreement.create({
    data: { providerId, state: "negotiated", createdAt: work.now, ...columnsOf(content) },
    select: { id: true },
  });
  await writeParts(work, id, content);
  await work.audit({
    stream: `agreement:${id}`,
    action: "agreement.created",
    entity: "agreement",
    entityId: id,
    detail: { kind: content.kind, providerId },
  });
  return id;
}

/** Changes what an agreement says, as long as it is the one that was read (`version`) and is not over. */
export async function editAgreement(
  work: Work,
  agreement: LoadedAgreement,
  version: number,
  content: AgreementContent,
): Promise<void> {
  insist(decideEditingAgreement(agreement.state));
  insist(decideTerms(content));
  insist(decideKindChange(agreement.kind, content.kind, agreement.cohorts.length));
  insist(decideCurrencyChange(agreement.currency, content.currency, agreement._count.invoices));
  insist(
    decidePartnersLeaving(
      agreement.seatAllocations.map(({ organisationId }) => organisationId),
      content.partnerIds,
    ),
  );
  await insistOrganisations(work, content);
  await raiseVersion(work, agreement, version, columnsOf(content));
  await writeParts(work, agreement.id, content);
  await work.audit({
    stream: `agreement:${agreement.id}`,
    action: "agreement.edited",
    entity: "agreement",
    entityId: agreement.id,
    detail: { version: version + 1, partnerIds: [...content.partnerIds], amount: content.amount },
  });
}

/** Takes an agreement into force, ends it or cancels it. */
export async function changeAgreementState(
  work: Work,
  agreement: LoadedAgreement,
  version: number,
  to: AgreementState,
): Promise<void> {
  const cohorts = agreement.cohorts.map(({ state }) => state);
  insist(decideAgreementState(agreement.state, to, cohorts));
  await raiseVersion(work, agreement, version, { state: to });
  await work.audit({
    stream: `agreement:${agreement.id}`,
    action: `agreement.${to}`,
    entity: "agreement",
    entityId: agreement.id,
    detail: { from: agreement.state, to },
  });
}

/** Writes columns of an agreement that nobody has changed since it was read; a conflict otherwise. */
async function raiseVersion(
  work: Work,
  agreement: Pick<LoadedAgreement, "id" | "state">,
  version: number,
  columns: Partial<ReturnType<typeof columnsOf>> & { readonly state?: AgreementState } = {},
): Promise<void> {
  const { count } = await work.tx.agreement.updateMany({
    where: { id: agreement.id, version, state: agreement.state },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
}
