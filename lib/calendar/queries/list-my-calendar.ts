import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { InvitationAnswer } from "@/lib/db/generated/enums";
import { loadOwnCalendar, type OwnCalendar } from "../facts/load-own-calendar";
import { isOutdated } from "../rules/answering";

/** What the page of one's own calendar shows: what is to come, with what one answered, by UID. */
export type MyCalendar = OwnCalendar & { readonly answers: ReadonlyMap<string, InvitationAnswer> };

/** What is to come in one's own calendar; what one answered before a change is left out. */
export async function listMyCalendar(acting: Acting, publicUrl: string, now: Date): Promise<MyCalendar> {
  const personId = personOf(acting);
  const db = database();
  const { locale } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } });
  const [own, given] = await Promise.all([
    loadOwnCalendar({ id: personId, locale }, publicUrl, now),
    db.calendarAnswer.findMany({
      where: { personId },
      select: {
        answer: true,
        sequence: true,
        session: { select: { icalUid: true, placedSequence: true } },
        visit: { select: { icalUid: true, sequence: true } },
      },
    }),
  ]);
  const answers = new Map(
    given.flatMap(({ answer, sequence, session, visit }): [string, InvitationAnswer][] => {
      const thing = session ?? visit;
      const placed = session?.placedSequence ?? visit?.sequence ?? sequence;
      return thing && !isOutdated({ sequence }, placed) ? [[thing.icalUid, answer]] : [];
    }),
  );
  const toCome = <T extends { endsAt: Date; cancelled: boolean }>(each: T) =>
    each.endsAt > now && !each.cancelled;
  return { sessions: own.sessions.filter(toCome), visits: own.visits.filter(toCome), answers };
}
