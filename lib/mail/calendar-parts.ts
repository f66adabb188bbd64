import {
  type CalendarEntry,
  type CalendarPerson,
  renderInvitation,
  type SchedulingMethod,
} from "../core/icalendar.ts";
import type { Pen } from "./content.ts";
import type { MailParams } from "./mail-params.ts";
import { type SessionNews, takesAway } from "./session-mails.ts";

/** An invitation or a cancellation as it goes out, with the name of its file. */
export type CalendarPart = {
  readonly method: SchedulingMethod;
  readonly content: string;
  readonly fileName: string;
};

/** A mail, as far as its invitations go. */
type Invited = {
  readonly template: string;
  readonly params: unknown;
  readonly toEmail: string;
  readonly toName: string;
  readonly createdAt: Date;
};

/** Who sends: the name and address of `Praksis <praksis@example.org>`. Answers by mail go there. */
function organizerOf(mailFrom: string): CalendarPerson {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(mailFrom);
  return parts
    ? { name: parts[1] || "Praksis", email: parts[2] ?? "" }
    : { name: "Praksis", email: mailFrom.trim() };
}

type People = NonNullable<CalendarEntry["invitation"]>;

function sessionEntry(
  news: SessionNews,
  personId: string,
  people: People,
  pen: Pen,
  stamp: Date,
): CalendarEntry {
  const cancelled = takesAway(news);
  const answer =
    cancelled || !personId ? [] : [`${pen.t("calendar.answer")} ${pen.answerUrl(news.sessionId, personId)}`];
  return {
    uid: news.uid,
    sequence: news.sequence,
    stamp,
    summary: news.theme,
    description: [news.cohort, news.link, ...answer].filter(Boolean).join("\n"),
    location: news.place || news.link,
    cancelled,
    invitation: people,
    when: {
      kind: "instant",
      startsAt: new Date(news.startsAt),
      endsAt: new Date(news.endsAt),
      zone: news.zone,
    },
  };
}

function visitEntry(
  visit: MailParams["visit-booked"],
  people: People,
  cancelled: boolean,
  pen: Pen,
  stamp: Date,
): CalendarEntry {
  const names = { participant: visit.participant, assessor: visit.assessor };
  const answer = cancelled
    ? []
    : [`${pen.t("calendar.answer")} ${pen.answerUrl(visit.visitId, visit.personId)}`];
  return {
    uid: visit.uid,
    sequence: visit.sequence,
    stamp,
    summary: pen.t(`calendar.visit.${visit.audience}`, names),
    description: [pen.url(visit.path), ...answer].join("\n"),
    location: visit.place,
    cancelled,
    invitation: people,
    when: {
      kind: "instant",
      startsAt: new Date(visit.startsAt),
      endsAt: new Date(visit.endsAt),
      zone: visit.zone,
    },
  };
}

const withSessions = ["sessions-changed", "sessions-invited", "sessions-withdrawn", "cohort-cancelled"];
const withVisit = ["visit-booked", "visit-moved", "visit-cancelled"];

function entriesOf(mail: Invited, pen: Pen, people: People): CalendarEntry[] {
  if (withSessions.includes(mail.template)) {
    const { changes = [], personId = "" } = mail.params as Partial<MailParams["sessions-changed"]>;
    // A row written by an earlier release has no UID to speak of.
    return changes
      .filter(({ uid }) => Boolean(uid))
      .map((news) => sessionEntry(news, personId, people, pen, mail.createdAt));
  }
  if (withVisit.includes(mail.template)) {
    const visit = mail.params as MailParams["visit-booked"];
    if (!visit.uid) return [];
    return [visitEntry(visit, people, mail.template === "visit-cancelled", pen, mail.createdAt)];
  }
  return [];
}

/** What a mail brings for the calendar of the person it goes to: one message per session or visit (RFC 5546 3.2), none for most mails. */
export function calendarParts(mail: Invited, pen: Pen, mailFrom: string): CalendarPart[] {
  const people: People = {
    organizer: organizerOf(mailFrom),
    attendee: { name: mail.toName, email: mail.toEmail },
    required: true,
  };
  return entriesOf(mail, pen, people).map((entry, index, all) => ({
    ...renderInvitation(entry),
    fileName: all.length === 1 ? "invitation.ics" : `invitation-${index + 1}.ics`,
  }));
}
