import type { CalendarEntry } from "@/lib/core/icalendar";
import type { Obligation } from "@/lib/db/generated/enums";

/** How far back a private calendar goes; what is older is in the calendar program's own past. */
export const FEED_DAYS_BACK = 365;

/** A session in somebody's own calendar. */
export type FeedSession = {
  readonly uid: string;
  readonly sequence: number;
  readonly theme: string;
  readonly cohort: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string;
  readonly link: string;
  readonly cancelled: boolean;
  /** What is asked of this person; null where they facilitate. */
  readonly obligation: Obligation | null;
  /** Its content is left to the participants. */
  readonly contentOpen: boolean;
  /** Where they find it: a full address. */
  readonly address: string;
};

/** A visit in somebody's own calendar. */
export type FeedVisit = Omit<FeedSession, "theme" | "cohort" | "link" | "obligation" | "contentOpen"> & {
  readonly summary: string;
};

/** The words that a calendar needs, in its owner's language. */
export type FeedTexts = {
  readonly optional: string;
  readonly facilitating: string;
  readonly contentOpen: string;
};

/** What is to be said of somebody's part in a session; nothing where they simply take part. */
export function partText(
  obligation: Obligation | null,
  texts: Pick<FeedTexts, "facilitating" | "optional">,
): string {
  if (obligation === null) return texts.facilitating;
  return obligation === "optional" ? texts.optional : "";
}

const when = ({ startsAt, endsAt, zone }: FeedVisit | FeedSession) =>
  ({ kind: "instant", startsAt, endsAt, zone }) as const;

/** A person's sessions as entries. What they are told to stay away from is left out; what is voluntary says so. */
export function feedSessionEntries(
  sessions: readonly FeedSession[],
  texts: FeedTexts,
  stamp: Date,
): CalendarEntry[] {
  return sessions.flatMap((session) => {
    if (session.obligation === "not_expected") return [];
    const part = partText(session.obligation, texts);
    return [
      {
        uid: session.uid,
        sequence: session.sequence,
        stamp,
        summary: session.theme,
        description: [session.cohort, part, session.contentOpen && texts.contentOpen, session.link]
          .filter(Boolean)
          .join("\n"),
        location: session.place || session.link,
        url: session.address,
        cancelled: session.cancelled,
        when: when(session),
      },
    ];
  });
}

/** A person's visits as entries. */
export function feedVisitEntries(visits: readonly FeedVisit[], stamp: Date): CalendarEntry[] {
  return visits.map((visit) => ({
    uid: visit.uid,
    sequence: visit.sequence,
    stamp,
    summary: visit.summary,
    location: visit.place,
    url: visit.address,
    cancelled: visit.cancelled,
    when: when(visit),
  }));
}
