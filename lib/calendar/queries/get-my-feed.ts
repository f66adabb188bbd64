import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { sha256 } from "@/lib/core/hash";
import { signedToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";

/** The address in force of one's own calendar. */
export type MyFeed = {
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
  /** Empty where it cannot be shown again, because the installation's secret has changed since; it still works. */
  readonly token: string;
};

/** One's own calendar's address; null where there is none in force. */
export async function getMyFeed(acting: Acting, secret: string): Promise<MyFeed | null> {
  const feed = await database().calendarFeed.findFirst({
    where: { personId: personOf(acting), revokedAt: null },
    select: { id: true, tokenHash: true, createdAt: true, lastReadAt: true },
  });
  if (!feed) return null;
  const token = signedToken("feed", feed.id, secret);
  const { createdAt, lastReadAt } = feed;
  return { createdAt, lastReadAt, token: sha256(token) === feed.tokenHash ? token : "" };
}
