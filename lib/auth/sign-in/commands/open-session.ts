import "server-only";
import { IDLE_MS } from "@/lib/auth/find-actor";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import { randomToken } from "@/lib/core/ids";
import { recordAudit } from "@/lib/db/audit";
import { SESSION_DAYS } from "../rules/limits";

const ABSOLUTE_MS = SESSION_DAYS * 86_400_000;

export type SessionRequest = {
  readonly personId: string;
  readonly method: "link" | "oidc";
  readonly device: string;
  /** When they proved who they are: now, or when the identity provider says. */
  readonly authenticatedAt: Date;
  /** The token of the browser's session until now; it ends, so that nothing known before the sign-in works after it. */
  readonly replacing: string | null;
};

/** A session's token, for the cookie only, and its absolute end. */
export type OpenedSession = { readonly token: string; readonly endsAt: Date };

/** Signs a person in. Refused as `signIn.closed` where the account is closed. */
export async function openSession(work: Work, request: SessionRequest): Promise<OpenedSession> {
  const { tx, now } = work;
  const person = await tx.person.findUnique({
    where: { id: request.personId },
    select: { closedAt: true },
  });
  if (!person || person.closedAt) insist(refuse("signIn.closed"));
  if (request.replacing)
    await tx.signInSession.deleteMany({ where: { tokenHash: sha256(request.replacing) } });
  const token = randomToken();
  const endsAt = new Date(now.getTime() + ABSOLUTE_MS);
  const { id } = await tx.signInSession.create({
    data: {
      personId: request.personId,
      tokenHash: sha256(token),
      createdAt: now,
      authenticatedAt: request.authenticatedAt,
      expiresAt: new Date(now.getTime() + IDLE_MS),
      endsAt,
      device: request.device,
    },
    select: { id: true },
  });
  // Whoever has just proved who they are did it themself, though it is the system's transaction.
  await recordAudit(tx, { personId: request.personId, role: "person" }, now, {
    stream: `person:${request.personId}`,
    action: "signIn.completed",
    entity: "person",
    entityId: request.personId,
    detail: { session: id, method: request.method },
  });
  return { token, endsAt };
}
