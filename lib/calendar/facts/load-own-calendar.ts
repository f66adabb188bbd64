import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { UNDER_WAY_OR_COMPLETED } from "@/lib/enrolments/rules/transitions";
import { translatorFor } from "@/lib/i18n/translator";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { obligationFor } from "@/lib/sessions/rules/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { FEED_DAYS_BACK, type FeedSession, type FeedVisit } from "../rules/feed";

const DAY_MS = 86_400_000;

/** What is in one person's own calendar. */
export type OwnCalendar = { readonly sessions: FeedSession[]; readonly visits: FeedVisit[] };

const sessionSelect = {
  icalUid: true,
  sequence: true,
  theme: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  state: true,
  contentOpen: true,
  room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
  obligations: obligationsSelect,
} as const;

const seats: Prisma.EnumEnrolmentStateFilter = { in: [...UNDER_WAY_OR_COMPLETED] };

function rowsOf(personId: string, since: Date) {
  const live = { startsAt: { gte: since }, cohort: { state: { not: "draft" } } } as const;
  return database().session.findMany({
    where: {
      ...live,
      OR: [
        { facilitators: { some: { personId } } },
        { cohort: { enrolments: { some: { personId, state: seats } } } },
      ],
    },
    select: {
      ...sessionSelect,
      facilitators: { where: { personId }, select: { personId: true } },
      cohort: {
        select: {
          name: true,
          enrolments: {
            where: { personId, state: seats },
            select: { trackId: true, participantRole: true },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

function visitsOf(personId: string, since: Date) {
  return database().observationVisit.findMany({
    where: {
      startsAt: { gte: since },
      state: { in: ["booked", "done", "cancelled"] },
      OR: [{ assessorId: personId }, { pair: { is: { secondId: personId } } }, { enrolment: { personId } }],
    },
    select: {
      id: true,
      icalUid: true,
      sequence: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      place: true,
      state: true,
      assessor: { select: { name: true } },
      enrolment: { select: { personId: true, person: { select: { name: true } } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/**
 * Everything one person has in the calendar: sessions they take part in or facilitate, visits made to them, by them or with them. In their
 * language; addresses below `publicUrl`. Two statements.
 */
export async function loadOwnCalendar(
  person: { readonly id: string; readonly locale: Locale },
  publicUrl: string,
  now: Date,
): Promise<OwnCalendar> {
  const since = new Date(now.getTime() - FEED_DAYS_BACK * DAY_MS);
  const [sessions, visits, t] = await Promise.all([
    rowsOf(person.id, since),
    visitsOf(person.id, since),
    translatorFor(person.locale, "mail"),
  ]);
  return {
    sessions: sessions.map((session) => {
      const facilitates = session.facilitators.length > 0;
      const [seat] = session.cohort.enrolments;
      return {
        uid: session.icalUid,
        sequence: session.sequence,
        theme: session.theme,
        cohort: session.cohort.name,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        zone: session.timeZone,
        place: whereabouts(session),
        link: session.link ?? "",
        cancelled: session.state === "cancelled",
        contentOpen: session.contentOpen,
        obligation: facilitates || !seat ? null : obligationFor(session.obligations, seat),
        address: `${publicUrl}${facilitates ? "/facilitate/sessions" : "/my/calendar"}`,
      };
    }),
    visits: visits.map((visit) => {
      const assesses = visit.enrolment.personId !== person.id;
      const names = { assessor: visit.assessor.name, participant: visit.enrolment.person.name };
      return {
        uid: visit.icalUid,
        sequence: visit.sequence,
        summary: t(`calendar.visit.${assesses ? "assessor" : "participant"}`, names),
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        zone: visit.timeZone,
        place: visit.place,
        cancelled: visit.state === "cancelled",
        address: `${publicUrl}${assesses ? "/assess" : "/my"}/visits/${visit.id}`,
      };
    }),
  };
}
