import "server-only";
import type { Work } from "@/lib/auth/work";
import { sha256 } from "@/lib/core/hash";

/** Ends the session that `token` opens; whether there was one. The very next request with it is nobody's. */
export async function endSessionOfToken(work: Work, token: string): Promise<boolean> {
  const session = await work.tx.signInSession.findUnique({
    where: { tokenHash: sha256(token) },
    select: { id: true, personId: true },
  });
  if (!session) return false;
  return (await endSessions(work, session.personId, { id: session.id })) > 0;
}

/** Ends the sessions of a person that `which` describes, and returns how many. `{}` is all of them. */
export async function endSessions(
  work: Work,
  personId: string,
  which: { readonly id?: string },
): Promise<number> {
  const { count } = await work.tx.signInSession.deleteMany({ where: { ...which, personId } });
  await work.audit({
    stream: `person:${personId}`,
    action: "signIn.ended",
    entity: "person",
    entityId: personId,
    detail: { sessions: count, ...(which.id && { session: which.id }) },
  });
  return count;
}
