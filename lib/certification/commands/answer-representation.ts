import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideAccepting, decideEnding } from "../rules/representation";
import type { RepresentationFacts } from "./load-representation";
import { auditCase } from "./move-case";

const caseOf = ({ caseId, round }: RepresentationFacts) => ({ id: caseId, round });

/** Takes on a representation that was given to the acting person's address. */
export async function acceptRepresentation(work: Work, facts: RepresentationFacts): Promise<void> {
  insist(decideAccepting(facts, facts.who));
  const { count } = await work.tx.caseRepresentative.updateMany({
    where: { id: facts.id, acceptedAt: null, endedAt: null },
    data: { personId: personOf(work.acting), acceptedAt: work.now },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await auditCase(work, caseOf(facts), "representationAccepted", { representativeId: facts.id });
}

/** Ends a representation, or declines one; whoever did not do it is told by mail. What was written stays in the case. */
export async function endRepresentation(work: Work, facts: RepresentationFacts): Promise<void> {
  insist(decideEnding(facts));
  const { count } = await work.tx.caseRepresentative.updateMany({
    where: { id: facts.id, endedAt: null },
    data: { endedAt: work.now },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  const byParticipant = personOf(work.acting) === facts.participant.id;
  await auditCase(work, caseOf(facts), "representationEnded", {
    representativeId: facts.id,
    by: byParticipant ? "participant" : "representative",
  });
  const { participant } = facts;
  const email = byParticipant ? facts.email : participant.email;
  if (!email) return;
  await work.mail({
    template: "representation-ended",
    to: { email, name: byParticipant ? facts.name : participant.name, locale: participant.locale },
    params: {
      by: byParticipant ? participant.name : facts.name,
      programme: facts.programme,
      path: byParticipant ? "/my/represented" : "/my/certification",
    },
  });
}
