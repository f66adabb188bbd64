import "server-only";
import type { Work } from "@/lib/auth/work";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { civilDay } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import type { Locale } from "@/lib/db/generated/enums";
import { answerDueAt } from "../rules/answer-clock";

/** What somebody asks. */
export type NewEnquiry = {
  readonly toOrganisationId: string;
  readonly name: string;
  readonly email: string;
  readonly question: string;
};

/** An address that sends more than this in a day is a script. */
const MOST_A_DAY = 10;
const DAY_MS = 86_400_000;

/** How a question is named in a mail's subject: its first words. */
export function topicOf(question: string): string {
  const line = question.split("\n").find((each) => each.trim() !== "") ?? "";
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

/**
 * Takes an enquiry from anybody, starts its response clock, and sends the sender a receipt in `locale`. Refused as
 * `enquiry.tooMany` after ten from one address in a day.
 */
export async function sendEnquiry(work: Work, enquiry: NewEnquiry, locale: Locale): Promise<void> {
  const today = await work.tx.enquiry.count({
    where: { email: enquiry.email, createdAt: { gt: new Date(work.now.getTime() - DAY_MS) } },
  });
  if (today >= MOST_A_DAY) insist(refuse("enquiry.tooMany"));
  const dueAt = answerDueAt(work.now, CIVIL_ZONE);
  const { id } = await work.tx.enquiry.create({
    data: { ...enquiry, createdAt: work.now, answerDueAt: dueAt },
    select: { id: true },
  });
  await work.audit({
    stream: `enquiry:${id}`,
    action: "enquiry.sent",
    entity: "enquiry",
    entityId: id,
    detail: { toOrganisationId: enquiry.toOrganisationId },
  });
  await work.mail({
    template: "enquiry-received",
    to: { email: enquiry.email, name: enquiry.name, locale },
    params: {
      audience: "sender",
      sender: enquiry.name,
      topic: topicOf(enquiry.question),
      answerByOn: civilDay(dueAt),
      path: "/contact",
    },
  });
}
