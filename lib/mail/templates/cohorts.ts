import type { MailContent, Pen, Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";
import { type SessionNews, takesAway } from "../session-mails.ts";

export const cohortCancelled: Template<MailParams["cohort-cancelled"]> = (params, pen) => {
  // A row written by an earlier release names no sessions.
  const { programme, cohort, reason, changes = [] } = params;
  return {
    subject: pen.t("cohort-cancelled.subject", { cohort }),
    paragraphs: [pen.t("cohort-cancelled.text")],
    quote: reason,
    facts: [
      [pen.t("facts.programme"), programme],
      [pen.t("facts.cohort"), cohort],
      ...changes.map((news) => [pen.span(news.startsAt, news.endsAt, news.zone), news.theme] as const),
    ],
    notes: changes.length > 0 ? [pen.t("cohort-cancelled.sessions", { count: changes.length })] : [],
    action: { label: pen.t("cohort-cancelled.action"), url: pen.url(params.path) },
  };
};

/** One session in a line: its theme and cohort, when and where it is, and when it was. */
function newsLine(news: SessionNews, pen: Pen): string {
  const when = pen.span(news.startsAt, news.endsAt, news.zone);
  const before = news.previousStartsAt ? pen.span(news.previousStartsAt, news.previousEndsAt, news.zone) : "";
  const moved = before !== "" && before !== when;
  return [
    `${news.theme} (${news.cohort})`,
    when,
    ...(moved ? [pen.t("sessions-changed.before", { when: before })] : []),
    ...(takesAway(news) ? [] : [news.place, news.link].filter(Boolean)),
  ].join(" · ");
}

/** Where the only invitation of a mail is answered without a calendar program; nothing where there are several, or none. */
function answerLink(changes: readonly SessionNews[], personId: string, pen: Pen): Partial<MailContent> {
  const [only] = changes;
  const asks = only && changes.length === 1 && !takesAway(only);
  if (!asks || !personId) return {};
  return { notes: [pen.t("calendar.answerHere")], link: pen.answerUrl(only.sessionId, personId) };
}

export const sessionsInvited: Template<MailParams["sessions-invited"]> = (params, pen) => ({
  subject: pen.t("sessions-invited.subject", { cohort: params.cohort }),
  paragraphs: [pen.t("sessions-invited.text", { count: params.changes.length })],
  facts: params.changes.map(
    (news) => [pen.span(news.startsAt, news.endsAt, news.zone), factLine(news)] as const,
  ),
  action: { label: pen.t("sessions-invited.action"), url: pen.url(params.path) },
  ...answerLink(params.changes, params.personId, pen),
});

const factLine = (news: SessionNews) => [news.theme, news.place, news.link].filter(Boolean).join(" · ");

export const cohortMessage: Template<MailParams["cohort-message"]> = (params, pen) => ({
  subject: params.subject,
  paragraphs: params.body.split(/\n{2,}/),
  facts: [[pen.t("facts.cohort"), params.cohort]],
  action: { label: pen.t("cohort-message.action"), url: pen.url(params.path) },
});

export const sessionsWithdrawn: Template<MailParams["sessions-withdrawn"]> = (params, pen) => ({
  subject: pen.t("sessions-withdrawn.subject", { cohort: params.cohort }),
  paragraphs: [pen.t("sessions-withdrawn.text", { count: params.changes.length })],
  facts: params.changes.map((news) => [pen.span(news.startsAt, news.endsAt, news.zone), news.theme] as const),
  action: { label: pen.t("sessions-withdrawn.action"), url: pen.url(params.path) },
});

export const sessionsChanged: Template<MailParams["sessions-changed"]> = (
  { changes, personId, path },
  pen,
) => {
  const [first] = changes;
  return {
    subject:
      changes.length === 1 && first
        ? pen.t(`sessions-changed.one.${first.kind}`, { theme: first.theme })
        : pen.t("sessions-changed.subject", { count: changes.length }),
    paragraphs: [pen.t("sessions-changed.text", { count: changes.length })],
    facts: changes.map((news) => [pen.t(`sessions-changed.kind.${news.kind}`), newsLine(news, pen)] as const),
    action: { label: pen.t("sessions-changed.action"), url: pen.url(path) },
    ...answerLink(changes, personId, pen),
  };
};
