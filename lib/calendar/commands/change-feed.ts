import "server-only";
import { randomUUID } from "node:crypto";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import { signedToken } from "@/lib/core/signed-link";

async function revoke(work: Work, personId: string): Promise<number> {
  const { count } = await work.tx.calendarFeed.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: work.now },
  });
  return count;
}

/**
 * Makes the acting person's calendar a new address; the one before leads nowhere from now on. Its token is signed with `secret`, so
 * that its owner can be shown it again, and found by its hash, which is all that is kept of it.
 */
export async function makeFeed(work: Work, secret: string): Promise<void> {
  const personId = personOf(work.acting);
  const replaced = await revoke(work, personId);
  const id = randomUUID();
  await work.tx.calendarFeed.create({
    data: { id, personId, tokenHash: sha256(signedToken("feed", id, secret)), createdAt: work.now },
  });
  await work.audit({
    stream: `person:${personId}`,
    action: "calendar.feedMade",
    entity: "calendarFeed",
    entityId: id,
    detail: { replaced: replaced > 0 },
  });
}

/** Ends the address of the acting person's calendar. Refused as `calendar.noFeed` where there is none. */
export async function revokeFeed(work: Work): Promise<void> {
  const personId = personOf(work.acting);
  if ((await revoke(work, personId)) === 0) insist(refuse("calendar.noFeed"));
  await work.audit({
    stream: `person:${personId}`,
    action: "calendar.feedRevoked",
    entity: "person",
    entityId: personId,
    detail: {},
  });
}
