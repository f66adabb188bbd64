import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

export const cohortCancelled: Template<MailParams["cohort-cancelled"]> = (params, pen) => ({
  subject: pen.t("cohort-cancelled.subject", { cohort: params.cohort }),
  paragraphs: [pen.t("cohort-cancelled.text")],
  quote: params.reason,
  facts: [
    [pen.t("facts.programme"), params.programme],
    [pen.t("facts.cohort"), params.cohort],
  ],
  action: { label: pen.t("cohort-cancelled.action"), url: pen.url(params.path) },
});

export const sessionMoved: Template<MailParams["session-moved"]> = (params, pen) => ({
  subject: pen.t("session-moved.subject", { theme: params.theme }),
  paragraphs: [pen.t("session-moved.text")],
  facts: [
    [pen.t("facts.cohort"), params.cohort],
    [pen.t("facts.when"), pen.span(params.startsAt, params.endsAt, params.zone)],
    [pen.t("facts.previously"), pen.span(params.previousStartsAt, params.previousEndsAt, params.zone)],
    [pen.t("facts.where"), params.place],
  ],
  action: { label: pen.t("session-moved.action"), url: pen.url(params.path) },
});

export const sessionCancelled: Template<MailParams["session-cancelled"]> = (params, pen) => ({
  subject: pen.t("session-cancelled.subject", { theme: params.theme }),
  paragraphs: [pen.t("session-cancelled.text")],
  facts: [
    [pen.t("facts.cohort"), params.cohort],
    [pen.t("facts.when"), pen.span(params.startsAt, params.endsAt, params.zone)],
  ],
  action: { label: pen.t("session-cancelled.action"), url: pen.url(params.path) },
});
