import type { MailContent, Pen, Template } from "../content.ts";
import type { MailParams } from "../mail-params.ts";

type Visit = MailParams["visit-booked"];

/** "Participant" or "Assessor": which of a template's two texts is meant. */
const reader = (visit: Visit) => (visit.audience === "participant" ? "Participant" : "Assessor");

/** The calendar day of the visit, for a subject. */
const dayOfVisit = (visit: Visit, { day }: Pen) =>
  day(new Intl.DateTimeFormat("en-CA", { timeZone: visit.zone }).format(new Date(visit.startsAt)));

function facts(visit: Visit, pen: Pen, previously = ""): NonNullable<MailContent["facts"]> {
  return [
    visit.audience === "participant"
      ? [pen.t("facts.assessor"), visit.assessor]
      : [pen.t("facts.participant"), visit.participant],
    [pen.t("facts.when"), pen.span(visit.startsAt, visit.endsAt, visit.zone)],
    [pen.t("facts.previously"), previously && pen.instant(previously, visit.zone)],
    [pen.t("facts.where"), visit.place],
  ];
}

export const visitBooked: Template<MailParams["visit-booked"]> = (visit, pen) => {
  const names = { participant: visit.participant, assessor: visit.assessor };
  return {
    subject: pen.t(`visit-booked.subject${reader(visit)}`, { ...names, day: dayOfVisit(visit, pen) }),
    paragraphs: [pen.t(`visit-booked.text${reader(visit)}`, names)],
    facts: [...facts(visit, pen), [pen.t("facts.insteadOf"), visit.insteadOf ?? ""]],
    action: { label: pen.t("visit-booked.action"), url: pen.url(visit.path) },
  };
};

export const visitMoved: Template<MailParams["visit-moved"]> = (visit, pen) => ({
  subject: pen.t("visit-moved.subject", { day: dayOfVisit(visit, pen) }),
  paragraphs: [
    pen.t(`visit-moved.text${reader(visit)}`, { participant: visit.participant, assessor: visit.assessor }),
  ],
  facts: facts(visit, pen, visit.previousStartsAt),
  action: { label: pen.t("visit-moved.action"), url: pen.url(visit.path) },
});

export const visitCancelled: Template<MailParams["visit-cancelled"]> = (visit, pen) => ({
  subject: pen.t("visit-cancelled.subject", { day: dayOfVisit(visit, pen) }),
  paragraphs: [
    pen.t(`visit-cancelled.text${reader(visit)}${visit.left ? "Left" : ""}`, {
      participant: visit.participant,
      assessor: visit.assessor,
    }),
  ],
  quote: visit.reason,
  facts: facts(visit, pen),
  action: { label: pen.t("visit-cancelled.action"), url: pen.url(visit.path) },
});
