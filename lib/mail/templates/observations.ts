import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

export const observationShared: Template<MailParams["observation-shared"]> = (params, pen) => ({
  subject: pen.t("observation-shared.subject"),
  paragraphs: [pen.t("observation-shared.text", { assessor: params.assessor })],
  facts: [
    [pen.t("facts.assessor"), params.assessor],
    [pen.t("facts.observedOn"), pen.day(params.observedOn)],
    [pen.t("facts.respondBy"), pen.instant(params.respondByAt, params.zone)],
  ],
  action: { label: pen.t("observation-shared.action"), url: pen.url(params.path) },
});

export const observationLocked: Template<MailParams["observation-locked"]> = (params, pen) => ({
  subject: pen.t("observation-locked.subject"),
  paragraphs: [
    pen.t(
      params.ending === "responded" ? "observation-locked.textResponded" : "observation-locked.textLapsed",
    ),
  ],
  facts: [
    [pen.t("facts.assessor"), params.assessor],
    [pen.t("facts.observedOn"), pen.day(params.observedOn)],
  ],
  action: { label: pen.t("observation-locked.action"), url: pen.url(params.path) },
});

export const assessmentNews: Template<MailParams["assessment-news"]> = (params, pen) => {
  const { news, participant, by, text } = params;
  return {
    subject: pen.t(`assessment-news.${news}.subject`, { participant }),
    paragraphs: [pen.t(`assessment-news.${news}.text`, { participant, by })],
    ...(text === "" ? {} : { quote: text }),
    action: { label: pen.t(`assessment-news.${news}.action`), url: pen.url(params.path) },
  };
};
