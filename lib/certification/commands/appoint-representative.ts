import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideAppointing } from "../rules/representation";
import type { CaseFacts } from "./load-case";
import { auditCase } from "./move-case";

/** Lets somebody act for the participant, once they accept. They are asked by mail and sign in with that address. */
export async function appointRepresentative(
  work: Work,
  facts: CaseFacts,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  const live = await work.tx.caseRepresentative.count({ where: { caseId: facts.id, endedAt: null } });
  insist(decideAppointing({ participantEmail: facts.participant.email, email, live: live > 0 }));
  const { id } = await work.tx.caseRepresentative.create({
    data: { caseId: facts.id, name, email, appointedAt: work.now },
    select: { id: true },
  });
  await auditCase(work, facts, "representativeAppointed", { representativeId: id });
  await work.mail({
    template: "representative-appointed",
    to: { email, name, locale: facts.participant.locale },
    params: { participant: facts.participant.name, programme: facts.programme, path: "/my/represented" },
  });
}
