import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { loadCase } from "@/lib/certification/commands/load-case";
import { noteStep } from "@/lib/certification/commands/move-case";
import { startNextRound } from "@/lib/certification/commands/start-next-round";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideRecertifying } from "../rules/succession";
import type { CertificateFacts } from "./load-certificate";

async function tellHolder(
  work: Work,
  facts: CertificateFacts,
  kind: "new_name" | "recertification",
  outcome: { readonly granted: boolean; readonly answer: string },
): Promise<void> {
  const { email, name, locale } = facts.holder;
  if (!email) return;
  await work.mail({
    template: "certificate-request-answered",
    to: { email, name, locale },
    params: {
      kind,
      granted: outcome.granted,
      answer: outcome.answer,
      serialNumber: facts.serialNumber,
      path: kind === "recertification" && outcome.granted ? "/my/certification" : "/my/certificates",
    },
  });
}

/** Declines what the holder asked for, with the reason they read. */
export async function declineRequest(
  work: Work,
  facts: CertificateFacts,
  input: { readonly requestId: string; readonly answer: string },
): Promise<void> {
  const request = facts.requests.find(({ id }) => id === input.requestId);
  if (!request) throw new RefusalError(refuse("certificate.requestAnswered").refusal);
  await work.tx.certificateRequest.update({
    where: { id: request.id },
    data: {
      answeredById: personOf(work.acting),
      answeredAt: work.now,
      granted: false,
      answer: input.answer,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.requestDeclined",
    entity: "certificate",
    entityId: facts.id,
    detail: { requestId: request.id, kind: request.kind },
  });
  await tellHolder(work, facts, request.kind, { granted: false, answer: input.answer });
}

/**
 * Begins recertification, asked for or not: a new round of the case, in which every criterion has to be seen anew. The certificate goes
 * on holding until its end or until the renewal takes its place.
 */
export async function beginRecertification(
  work: Work,
  facts: CertificateFacts,
  evidenceDueOn: Date | null,
): Promise<void> {
  insist(decideRecertifying(facts, work.now));
  const its = await loadCase(work, facts.caseId);
  if (!its) throw new RefusalError({ code: "notFound" });
  await noteStep(work, its, "recertification_begun");
  await startNextRound(work, its, evidenceDueOn, { recertifies: facts.id });
  await work.tx.certificateRequest.updateMany({
    where: { certificateId: facts.id, kind: "recertification", answeredAt: null },
    data: { answeredById: personOf(work.acting), answeredAt: work.now, granted: true },
  });
  await tellHolder(work, facts, "recertification", { granted: true, answer: "" });
}
