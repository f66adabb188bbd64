import type { Pen, Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

/** The programme, the cohort and when it begins, as every mail about an application has them. */
function place(
  { t, day }: Pen,
  on: { readonly programme: string; readonly cohort: string; readonly startsOn?: string },
): [string, string][] {
  return [
    [t("facts.programme"), on.programme],
    [t("facts.cohort"), on.cohort],
    [t("facts.starts"), on.startsOn ? day(on.startsOn) : ""],
  ];
}

export const approvalAsked: Template<MailParams["approval-asked"]> = (params, pen) => ({
  subject: pen.t("approval-asked.subject", { applicant: params.applicant }),
  paragraphs: [pen.t("approval-asked.text", { applicant: params.applicant })],
  facts: [
    [pen.t("facts.applicant"), params.applicant],
    [pen.t("facts.organisation"), params.organisation],
    ...place(pen, params),
  ],
  action: { label: pen.t("approval-asked.action"), url: pen.approvalUrl(params.approvalId) },
  notes: [pen.t("approval-asked.private")],
});

export const approvalForwarded: Template<MailParams["approval-forwarded"]> = (params, pen) => ({
  subject: pen.t("approval-asked.subject", { applicant: params.applicant }),
  paragraphs: [pen.t("approval-forwarded.text", { from: params.from, applicant: params.applicant })],
  quote: params.note,
  facts: [
    [pen.t("facts.applicant"), params.applicant],
    [pen.t("facts.organisation"), params.organisation],
    ...place(pen, params),
  ],
  action: { label: pen.t("approval-asked.action"), url: pen.approvalUrl(params.approvalId) },
  notes: [pen.t("approval-asked.private")],
});

export const approvalReminder: Template<MailParams["approval-reminder"]> = (params, pen) => ({
  subject: pen.t("approval-reminder.subject", { applicant: params.applicant }),
  paragraphs: [
    pen.t("approval-reminder.text", { applicant: params.applicant, until: pen.day(params.untilOn) }),
  ],
  facts: [
    [pen.t("facts.applicant"), params.applicant],
    [pen.t("facts.organisation"), params.organisation],
    ...place(pen, params),
  ],
  action: { label: pen.t("approval-asked.action"), url: pen.approvalUrl(params.approvalId) },
  notes: [pen.t("approval-reminder.deputy"), pen.t("approval-asked.private")],
});

export const approvalExpired: Template<MailParams["approval-expired"]> = (params, pen) => ({
  subject: pen.t("approval-expired.subject", { manager: params.manager }),
  paragraphs: [pen.t("approval-expired.text", { manager: params.manager })],
  facts: place(pen, params),
  action: { label: pen.t("approval-expired.action"), url: pen.url(params.path) },
});

export const approvalLeftOver: Template<MailParams["approval-left-over"]> = (params, pen) => ({
  subject: pen.t("approval-left-over.subject", { applicant: params.applicant }),
  paragraphs: [pen.t("approval-left-over.text", { applicant: params.applicant, manager: params.manager })],
  facts: [[pen.t("facts.applicant"), params.applicant], ...place(pen, params)],
  action: { label: pen.t("approval-left-over.action"), url: pen.url(params.path) },
});

export const approvalAnswered: Template<MailParams["approval-answered"]> = (params, pen) => {
  const answer = params.answer === "approved" ? "Approved" : "Declined";
  return {
    subject: pen.t(`approval-answered.subject${answer}`, { manager: params.manager }),
    paragraphs: [pen.t(`approval-answered.text${answer}`, { manager: params.manager })],
    facts: place(pen, params),
    quote: params.comment,
    action: { label: pen.t("approval-answered.action"), url: pen.url(params.path) },
  };
};

export const applicationReceived: Template<MailParams["application-received"]> = (params, pen) => ({
  subject: pen.t("application-received.subject", { programme: params.programme }),
  paragraphs: [
    params.manager
      ? pen.t("application-received.textManager", { manager: params.manager })
      : pen.t("application-received.text"),
  ],
  facts: place(pen, params),
  action: { label: pen.t("application-received.action"), url: pen.url(params.path) },
});

export const applicationAdmitted: Template<MailParams["application-admitted"]> = (params, pen) => ({
  subject: pen.t("application-admitted.subject", { programme: params.programme }),
  paragraphs: [pen.t("application-admitted.text")],
  facts: place(pen, params),
  action: { label: pen.t("application-admitted.action"), url: pen.url(params.path) },
});

export const applicationWaitlisted: Template<MailParams["application-waitlisted"]> = (params, pen) => ({
  subject: pen.t("application-waitlisted.subject", { programme: params.programme }),
  paragraphs: [pen.t("application-waitlisted.text", { position: params.position })],
  facts: [...place(pen, params), [pen.t("facts.position"), String(params.position)]],
  action: { label: pen.t("application-waitlisted.action"), url: pen.url(params.path) },
});

export const applicationDeclined: Template<MailParams["application-declined"]> = (params, pen) => ({
  subject: pen.t("application-declined.subject", { programme: params.programme }),
  paragraphs: [pen.t("application-declined.text")],
  quote: params.reason,
  facts: place(pen, params),
  action: { label: pen.t("application-declined.action"), url: pen.url(params.path) },
});

export const waitlistOffer: Template<MailParams["waitlist-offer"]> = (params, pen) => {
  const expiresAt = pen.instant(params.expiresAt, params.zone);
  return {
    subject: pen.t("waitlist-offer.subject", { programme: params.programme }),
    paragraphs: [pen.t("waitlist-offer.text", { expiresAt })],
    facts: [...place(pen, params), [pen.t("facts.answerBy"), expiresAt]],
    action: { label: pen.t("waitlist-offer.action"), url: pen.url(params.path) },
  };
};
