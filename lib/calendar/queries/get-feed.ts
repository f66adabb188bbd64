import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { sha256 } from "@/lib/core/hash";
import type { CalendarEntry } from "@/lib/core/icalendar";
import { database } from "@/lib/db/client";
import { translatorFor } from "@/lib/i18n/translator";
import { loadOwnCalendar } from "../facts/load-own-calendar";
import { feedSessionEntries, feedVisitEntries } from "../rules/feed";

/** A private calendar, ready to be written. */
export type Feed = {
  readonly feedId: string;
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
};

/**
 * The calendar behind a token; null where it leads nowhere: unknown, revoked, or of somebody whose account is closed. Holding the
 * token is the authority; who is signed in plays no part.
 */
export async function getFeed(
  _acting: Acting,
  token: string,
  publicUrl: string,
  now: Date,
): Promise<Feed | null> {
  const feed = await database().calendarFeed.findFirst({
    where: { tokenHash: sha256(token), revokedAt: null, person: { closedAt: null } },
    select: { id: true, person: { select: { id: true, locale: true } } },
  });
  if (!feed) return null;
  const [own, t] = await Promise.all([
    loadOwnCalendar(feed.person, publicUrl, now),
    translatorFor(feed.person.locale, "calendar"),
  ]);
  const texts = {
    optional: t("feed.optional"),
    facilitating: t("feed.facilitating"),
    contentOpen: t("feed.contentOpen"),
  };
  return {
    feedId: feed.id,
    name: t("feed.name"),
    entries: [...feedSessionEntries(own.sessions, texts, now), ...feedVisitEntries(own.visits, now)],
  };
}
