import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { getTies } from "../queries/get-ties";
import type { Involvement } from "../rules/impartiality";
import { involvementOfRow, involvementSelect } from "../rules/involvement-rows";

/** How near the acting person is to a case, as it is in this transaction. The case was found in their scope. */
export async function gatherInvolvement({ tx, acting, now }: Work, caseId: string): Promise<Involvement> {
  const row = await tx.certificationCase.findUniqueOrThrow({
    where: { id: caseId },
    select: involvementSelect(personOf(acting)),
  });
  const ties = await getTies(acting, [row.enrolment.personId], tx);
  const bodies = acting.grants.map((grant) => grant.organisationId);
  return involvementOfRow(row, ties, bodies, now);
}
