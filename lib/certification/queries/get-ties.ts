import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { type Db, database, type Transaction } from "@/lib/db/client";
import { managedPeople } from "@/lib/observations/facts/managed-people";
import { employmentOf, employmentSelect } from "@/lib/observations/rules/assessor-eligibility";
import type { Ties } from "../rules/involvement-rows";

/**
 * What ties the acting person to these participants: their own employers, what they declared, whom they manage. It says
 * nothing of anybody but themself. `db` is the transaction where one is under way.
 */
export async function getTies(
  acting: Acting,
  participantIds: readonly string[],
  db: Db | Transaction = database(),
): Promise<Ties> {
  const personId = personOf(acting);
  const ids = [...new Set(participantIds)];
  const self = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, affiliations: { select: employmentSelect } },
  });
  const declarations = await db.conflictDeclaration.findMany({
    where: { assessorId: personId, participantId: { in: ids } },
    select: { participantId: true, outcome: true },
    // The newest comes last and is what stays in the map.
    orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
  });
  return {
    personId,
    employers: self.affiliations.map(employmentOf),
    declared: new Map(declarations.map((each) => [each.participantId, each.outcome])),
    managed: await managedPeople(db, self.email, ids),
  };
}
