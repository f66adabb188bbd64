import "server-only";
import type { Work } from "@/lib/auth/work";

const DAY_MS = 86_400_000;
/** A repeated form comes within minutes; a reply is kept a week to be safe. */
const KEEP_REPLIES_MS = 7 * DAY_MS;

/** Deletes what no longer opens anything: spent links and sessions, used-up limits, old replies. Returns how many of each. */
export async function purgeSignIn({ tx, now }: Work): Promise<Record<string, number>> {
  const tokens = await tx.signInToken.deleteMany({ where: { expiresAt: { lte: now } } });
  const sessions = await tx.signInSession.deleteMany({
    where: { OR: [{ expiresAt: { lte: now } }, { endsAt: { lte: now } }] },
  });
  const limits = await tx.rateLimit.deleteMany({ where: { expire: { lte: now.getTime() } } });
  const replies = await tx.idempotencyRecord.deleteMany({
    where: { createdAt: { lte: new Date(now.getTime() - KEEP_REPLIES_MS) } },
  });
  return {
    links: tokens.count,
    sessions: sessions.count,
    limits: limits.count,
    replies: replies.count,
  };
}
