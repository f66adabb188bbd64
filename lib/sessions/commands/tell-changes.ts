import "server-only";
import type { Work } from "@/lib/auth/work";
import { recipientOf } from "@/lib/mail/recipient-of";
import type { SessionNews } from "@/lib/mail/session-mails";
import { loadAudience } from "../facts/load-audience";
import { type News, newsOf, type SessionChange } from "../rules/news";

/** A piece of news as the mail carries it: everything an invitation or a cancellation needs (RFC 5546). */
function asParams({ kind, change }: News): SessionNews {
  const { session, cohort, before, after } = change;
  const shown = (kind === "left" || kind === "excused") && before ? before : after;
  return {
    kind,
    sessionId: session.id,
    uid: session.icalUid,
    sequence: session.sequence,
    cohort: cohort.name,
    theme: session.theme,
    startsAt: shown.startsAt.toISOString(),
    endsAt: shown.endsAt.toISOString(),
    previousStartsAt: kind === "moved" && before ? before.startsAt.toISOString() : "",
    previousEndsAt: kind === "moved" && before ? before.endsAt.toISOString() : "",
    zone: session.timeZone,
    place: shown.place,
    link: shown.link,
  };
}

/** All of somebody's news as their mail carries it, in order of time. */
export function newsParams(own: readonly News[]): SessionNews[] {
  return [...own].sort((a, b) => +a.change.after.startsAt - +b.change.after.startsAt).map(asParams);
}

/**
 * Tells everybody concerned what a planning act has changed: one mail a person, however many sessions it was. To be called once
 * an act, after its rows are written. Returns how many were told.
 */
export async function tellChanges(work: Work, changes: readonly SessionChange[]): Promise<number> {
  if (changes.length === 0) return 0;
  const audience = await loadAudience(work.tx, changes);
  const news = newsOf(changes, audience, work.acting.personId);
  if (news.size === 0) return 0;
  const people = await work.tx.person.findMany({
    where: { id: { in: [...news.keys()] } },
    select: { id: true, name: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
  let told = 0;
  for (const person of people) {
    const to = recipientOf(person);
    const own = news.get(person.id) ?? [];
    if (!to || own.length === 0) continue;
    const teaches = own.some(({ change }) =>
      [...change.facilitatorsBefore, ...change.facilitatorsAfter].includes(person.id),
    );
    await work.mail({
      template: "sessions-changed",
      to,
      params: {
        changes: newsParams(own),
        personId: person.id,
        path: teaches ? "/facilitate/sessions" : "/my",
      },
    });
    told++;
  }
  return told;
}
