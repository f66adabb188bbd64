import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

export const certificateSuspended: Template<MailParams["certificate-suspended"]> = (params, pen) => ({
  subject: pen.t("certificate-suspended.subject", { serialNumber: params.serialNumber }),
  paragraphs: [pen.t("certificate-suspended.text", { programme: params.programme })],
  quote: params.publicReason,
  action: { label: pen.t("certificate-suspended.action"), url: pen.url(params.path) },
});

export const certificateReinstated: Template<MailParams["certificate-reinstated"]> = (params, pen) => ({
  subject: pen.t("certificate-reinstated.subject", { serialNumber: params.serialNumber }),
  paragraphs: [pen.t("certificate-reinstated.text", { programme: params.programme })],
  action: { label: pen.t("certificate-reinstated.action"), url: pen.url(params.path) },
});

export const certificateReplaced: Template<MailParams["certificate-replaced"]> = (params, pen) => ({
  subject: pen.t("certificate-replaced.subject", { serialNumber: params.serialNumber }),
  paragraphs: [
    pen.t("certificate-replaced.text", {
      programme: params.programme,
      replacedSerialNumber: params.replacedSerialNumber,
    }),
  ],
  facts: [[pen.t("facts.serialNumber"), params.serialNumber]],
  action: { label: pen.t("certificate-replaced.action"), url: pen.url(params.path) },
  notes: [pen.t("certificate-issued.verify")],
  link: pen.url(params.verifyPath),
});

/** Says what to do while there is time, being observed anew takes months; or what stands, where it was asked for or has begun. */
export const certificateEnding: Template<MailParams["certificate-ending"]> = (params, pen) => ({
  subject: pen.t("certificate-ending.subject", {
    serialNumber: params.serialNumber,
    months: params.months,
  }),
  paragraphs: [
    pen.t("certificate-ending.text", { programme: params.programme, endsOn: pen.day(params.endsOn) }),
    pen.t(`certificate-ending.${params.recertification}.how`),
  ],
  action: {
    label: pen.t(`certificate-ending.${params.recertification}.action`),
    url: pen.url(params.path),
  },
});

export const certificateRequested: Template<MailParams["certificate-requested"]> = (params, pen) => ({
  subject: pen.t(`certificate-requested.${params.kind}.subject`, { serialNumber: params.serialNumber }),
  paragraphs: [pen.t(`certificate-requested.${params.kind}.text`, { holder: params.holder })],
  quote: params.note,
  action: { label: pen.t("certificate-requested.action"), url: pen.url(params.path) },
});

/** Says what to do first: what is wrong with certificates may be more than an error. */
export const certificatesWrong: Template<MailParams["certificates-wrong"]> = (params, pen) => ({
  subject: pen.t("certificates-wrong.subject"),
  paragraphs: [pen.t("certificates-wrong.text", { count: params.count }), pen.t("certificates-wrong.how")],
  action: { label: pen.t("certificates-wrong.action"), url: pen.url(params.path) },
});

export const certificateRequestAnswered: Template<MailParams["certificate-request-answered"]> = (
  params,
  pen,
) => {
  const key = `certificate-request-answered.${params.kind}.${params.granted ? "granted" : "declined"}`;
  return {
    subject: pen.t("certificate-request-answered.subject", { serialNumber: params.serialNumber }),
    paragraphs: [pen.t(key)],
    quote: params.answer,
    action: { label: pen.t("certificate-request-answered.action"), url: pen.url(params.path) },
  };
};
