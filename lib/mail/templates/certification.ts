import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

/** Says that there is a decision, never which: a mailbox is read by others than its owner. */
export const caseReleased: Template<MailParams["case-released"]> = (params, pen) => ({
  subject: pen.t("case-released.subject"),
  paragraphs: [pen.t("case-released.text", { programme: params.programme })],
  action: { label: pen.t("case-released.action"), url: pen.url(params.path) },
});

export const hearingOpened: Template<MailParams["hearing-opened"]> = (params, pen) => ({
  subject: pen.t("hearing-opened.subject"),
  paragraphs: [
    pen.t("hearing-opened.text", {
      programme: params.programme,
      dueAt: pen.instant(params.dueAt, params.zone),
    }),
  ],
  action: { label: pen.t("hearing-opened.action"), url: pen.url(params.path) },
});

export const certificateIssued: Template<MailParams["certificate-issued"]> = (params, pen) => ({
  subject: pen.t("certificate-issued.subject", { programme: params.programme }),
  paragraphs: [pen.t("certificate-issued.text")],
  facts: [
    [pen.t("facts.programme"), params.programme],
    [pen.t("facts.serialNumber"), params.serialNumber],
  ],
  action: { label: pen.t("certificate-issued.action"), url: pen.url(params.path) },
  notes: [pen.t("certificate-issued.verify")],
  link: pen.url(params.verifyPath),
});

export const certificateRevoked: Template<MailParams["certificate-revoked"]> = (params, pen) => ({
  subject: pen.t("certificate-revoked.subject", { serialNumber: params.serialNumber }),
  paragraphs: [pen.t("certificate-revoked.text", { programme: params.programme })],
  quote: params.publicReason,
  action: { label: pen.t("certificate-revoked.action"), url: pen.url(params.path) },
});

export const revocationProposed: Template<MailParams["revocation-proposed"]> = (params, pen) => ({
  subject: pen.t("revocation-proposed.subject", { serialNumber: params.serialNumber }),
  paragraphs: [pen.t("revocation-proposed.text", { proposer: params.proposer })],
  action: { label: pen.t("revocation-proposed.action"), url: pen.url(params.path) },
});

export const representativeAppointed: Template<MailParams["representative-appointed"]> = (params, pen) => ({
  subject: pen.t("representative-appointed.subject", { participant: params.participant }),
  paragraphs: [pen.t("representative-appointed.text", params)],
  action: { label: pen.t("representative-appointed.action"), url: pen.url(params.path) },
  notes: [pen.t("representative-appointed.note", params)],
});

export const representationEnded: Template<MailParams["representation-ended"]> = (params, pen) => ({
  subject: pen.t("representation-ended.subject"),
  paragraphs: [pen.t("representation-ended.text", params)],
  action: { label: pen.t("representation-ended.action"), url: pen.url(params.path) },
});

export const complaintReceived: Template<MailParams["complaint-received"]> = (params, pen) => ({
  subject: pen.t("complaint-received.subject"),
  paragraphs: [
    pen.t("complaint-received.text", {
      programme: params.programme,
      dueAt: pen.instant(params.dueAt, params.zone),
    }),
  ],
  action: { label: pen.t("complaint-received.action"), url: pen.url(params.path) },
});

/** Says that there is an answer, never which. */
export const complaintAnswered: Template<MailParams["complaint-answered"]> = (params, pen) => ({
  subject: pen.t("complaint-answered.subject"),
  paragraphs: [pen.t("complaint-answered.text", { programme: params.programme })],
  action: { label: pen.t("complaint-answered.action"), url: pen.url(params.path) },
});
