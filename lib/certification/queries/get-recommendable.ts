import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import { decideImpartial } from "../rules/impartiality";
import { involvementOfRow, involvementSelect } from "../rules/involvement-rows";
import { evaluateRequirements } from "../rules/requirements";
import { getTies } from "./get-ties";

/** A case in which the reader may recommend now. */
export type Recommendable = { readonly caseId: string; readonly version: number; readonly complete: boolean };

/** The enrolment's case, where it is ready and the reader may recommend in it; else null. */
export async function getRecommendable(
  acting: Acting,
  enrolmentId: string,
  now: Date,
): Promise<Recommendable | null> {
  const where = { AND: [{ enrolmentId, state: "ready" as const }, visibleCases(acting)] };
  const row = await database().certificationCase.findFirst({
    where,
    select: { ...evidenceSelect, version: true },
  });
  const near = await database().certificationCase.findFirst({
    where,
    select: involvementSelect(personOf(acting)),
  });
  if (!row || !near) return null;
  const ties = await getTies(acting, [near.enrolment.personId]);
  const bodies = acting.grants.map((grant) => grant.organisationId);
  if (!decideImpartial("recommend", involvementOfRow(near, ties, bodies, now)).ok) return null;
  const { complete } = evaluateRequirements(requirementFactsOf(row, now), now);
  return { caseId: row.id, version: row.version, complete };
}
