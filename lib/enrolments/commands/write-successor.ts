import "server-only";
import type { Work } from "@/lib/auth/work";
import { discontinueCases } from "@/lib/certification/commands/discontinue-cases";
import { openCase } from "@/lib/certification/commands/open-case";
import { civilDay } from "@/lib/core/dates";
import { RefusalError } from "@/lib/core/decision";
import type { EnrolmentState } from "@/lib/db/generated/enums";
import { endVisits } from "@/lib/observations/commands/end-visits";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { LoadedEnrolment } from "./load-enrolment";

/** Where an enrolment goes on: with another person, or on another cohort. */
export type Successor = {
  readonly kind: "substitute" | "transfer";
  readonly personId: string;
  readonly cohortId: string;
  readonly state: EnrolmentState;
  readonly title: string;
  readonly trackId: string | null;
};

/**
 * Ends an enrolment that goes on elsewhere, with the visits ahead of it and its undecided case. Returns whether there was such a case. Throws the
 * refusal `conflict` where it was changed in between.
 */
export async function endEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  state: "substituted" | "transferred",
  reason: string,
): Promise<boolean> {
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version, state: enrolment.state },
    data: { state, version: { increment: 1 }, endedAt: work.now, endReason: reason || null },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await endVisits(work, [enrolment.id]);
  return (await discontinueCases(work, [enrolment.id])).length > 0;
}

/**
 * Writes the enrolment that carries another one on, with its organisation, payer and bill, and opens its case where the programme
 * certifies. Attendance and observations stay with the one before: nothing of them is copied. Returns its id. The seat is the caller's.
 */
export async function writeSuccessor(work: Work, from: LoadedEnrolment, to: Successor): Promise<string> {
  const names = from.organisationId
    ? await work.tx.organisationName.findMany({ where: { organisationId: from.organisationId } })
    : [];
  const { id } = await work.tx.enrolment.create({
    data: {
      cohortId: to.cohortId,
      personId: to.personId,
      state: to.state,
      participantRole: from.participantRole,
      trackId: to.trackId,
      organisationId: from.organisationId,
      organisationName: nameAt(names, civilDay(work.now))?.name ?? from.organisationName,
      title: to.title,
      payer: from.payer,
      payerGln: from.payerGln,
      payerReference: from.payerReference,
      ...(to.kind === "substitute" ? { replacesId: from.id } : { continuesId: from.id }),
      billId: from.billId ?? from.id,
      createdAt: work.now,
    },
    select: { id: true },
  });
  await openCase(work, id);
  return id;
}
