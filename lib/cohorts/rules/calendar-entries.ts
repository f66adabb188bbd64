import { dayOf } from "@/lib/core/dates";
import type { CalendarEntry } from "@/lib/core/icalendar";
import type { SessionState } from "@/lib/db/generated/enums";

/** A cohort as its calendar needs it. `address` is the page's full address; `texts` come translated. */
export type CalendarCohort = {
  readonly slug: string;
  readonly title: string;
  readonly deadline: Date;
  readonly timeZone: string;
  readonly address: string;
};

/** The deadline as a whole day in the cohort's zone, with a reminder two days before. Its UID stays when the day moves. */
export function deadlineEntry(
  cohort: CalendarCohort,
  texts: { readonly summary: string; readonly description: string },
  stamp: Date,
): CalendarEntry {
  return {
    uid: `deadline-${cohort.slug}`,
    sequence: 0,
    stamp,
    summary: texts.summary,
    description: texts.description,
    url: cohort.address,
    alarmHours: 48,
    when: { kind: "day", day: dayOf(cohort.deadline, cohort.timeZone) },
  };
}

/** A session as anybody may read about it. */
export type CalendarSession = {
  readonly icalUid: string;
  readonly sequence: number;
  readonly state: SessionState;
  readonly theme: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly where: string;
};

/** The sessions as entries, as clocks of the cohort show them, under the UID and SEQUENCE they keep everywhere (RFC 5545). */
export function sessionEntries(
  cohort: CalendarCohort,
  sessions: readonly CalendarSession[],
  stamp: Date,
): CalendarEntry[] {
  return sessions.map((session) => ({
    uid: session.icalUid,
    sequence: session.sequence,
    stamp,
    summary: session.theme,
    description: cohort.title,
    location: session.where,
    url: cohort.address,
    cancelled: session.state === "cancelled",
    when: {
      kind: "instant",
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      zone: cohort.timeZone,
    },
  }));
}
