import "server-only";
import type { Db, Transaction } from "@/lib/db/client";

/**
 * Those of these people whose manager somebody with this address was or is: asked to approve an application of theirs, or to whom it was
 * passed on, or who passed it on. Nobody for somebody without an address.
 */
export async function managedPeople(
  db: Db | Transaction,
  email: string | null,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (email === null) return new Set();
  const same = { equals: email, mode: "insensitive" } as const;
  const asked = await db.application.findMany({
    where: {
      personId: { in: [...personIds] },
      OR: [
        // Who is named in a draft has not been asked.
        { state: { not: "draft" }, managerEmail: same },
        { managerApproval: { managerEmail: same } },
        { forwards: { some: { fromEmail: same } } },
      ],
    },
    select: { personId: true },
  });
  return new Set(asked.map((each) => each.personId));
}
