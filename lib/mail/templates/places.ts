import type { Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

export const offerExpired: Template<MailParams["offer-expired"]> = (params, pen) => ({
  subject: pen.t("offer-expired.subject", { programme: params.programme }),
  paragraphs: [pen.t("offer-expired.text")],
  facts: [
    [pen.t("facts.programme"), params.programme],
    [pen.t("facts.cohort"), params.cohort],
  ],
  action: { label: pen.t("offer-expired.action"), url: pen.url(params.path) },
});

export const placeChanged: Template<MailParams["place-changed"]> = (params, pen) => ({
  subject: pen.t(`place-changed.${params.change}.subject`, { cohort: params.cohort }),
  paragraphs: [
    pen.t(`place-changed.${params.change}.text`, { with: params.with }),
    ...(params.owedPercent === null ? [] : [pen.t("place-changed.owed", { percent: params.owedPercent })]),
    ...(params.caseEnded
      ? [pen.t(params.change === "transferred" ? "place-changed.caseAnew" : "place-changed.caseEnded")]
      : []),
  ],
  quote: params.reason,
  facts: [
    [pen.t("facts.programme"), params.programme],
    [pen.t("facts.cohort"), params.cohort],
    [pen.t("facts.starts"), pen.day(params.startsOn)],
  ],
  action: { label: pen.t("place-changed.action"), url: pen.url(params.path) },
});

export const enteredByOrganisation: Template<MailParams["entered-by-organisation"]> = (params, pen) => ({
  subject: pen.t(`entered-by-organisation.${params.kind}.subject`, {
    organisation: params.organisation,
    programme: params.programme,
  }),
  paragraphs: [
    pen.t(`entered-by-organisation.${params.kind}.text`, {
      organisation: params.organisation,
      coordinator: params.coordinator,
    }),
  ],
  facts: [
    [pen.t("facts.programme"), params.programme],
    [pen.t("facts.cohort"), params.cohort],
    [pen.t("facts.starts"), pen.day(params.startsOn)],
  ],
  action: { label: pen.t("entered-by-organisation.action"), url: pen.url(params.path) },
  notes: [pen.t("entered-by-organisation.note")],
});
