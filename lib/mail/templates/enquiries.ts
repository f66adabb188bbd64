import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

/**
 * To the sender as a receipt, or to whoever is to answer. The receipt quotes nothing of the enquiry: its address is whatever
 * a stranger typed, and the form must not be a way to send somebody a text of one's own.
 */
export const enquiryReceived: Template<MailParams["enquiry-received"]> = (params, pen) => {
  const answerBy = params.answerByOn && pen.day(params.answerByOn);
  if (params.audience === "sender")
    return {
      subject: pen.t("enquiry-received.subjectSender"),
      paragraphs: [
        answerBy
          ? pen.t("enquiry-received.textSenderBy", { answerBy })
          : pen.t("enquiry-received.textSender"),
      ],
      action: { label: pen.t("enquiry-received.actionSender"), url: pen.url(params.path) },
    };
  return {
    subject: pen.t("enquiry-received.subjectAssignee", { topic: params.topic }),
    paragraphs: [pen.t("enquiry-received.textAssignee")],
    facts: [
      [pen.t("facts.sender"), params.sender],
      [pen.t("facts.topic"), params.topic],
      [pen.t("facts.answerBy"), answerBy],
    ],
    action: { label: pen.t("enquiry-received.actionAssignee"), url: pen.url(params.path) },
  };
};

export const enquiryAnswered: Template<MailParams["enquiry-answered"]> = (params, pen) => ({
  subject: pen.t("enquiry-answered.subject"),
  paragraphs: [pen.t("enquiry-answered.text", { responder: params.responder, topic: params.topic })],
  quote: params.answer,
  action: { label: pen.t("enquiry-answered.action"), url: pen.url(params.path) },
});
