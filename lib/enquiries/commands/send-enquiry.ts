import "server-only";
import { currentClientAddress } from "@/lib/auth/sign-in/current-client";
import type { Work } from "@/lib/auth/work";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { civilDay } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { settings } from "@/lib/core/env";
import type { Locale } from "@/lib/db/generated/enums";
import { answerDueAt } from "../rules/answer-clock";
import { takeEnquiry } from "./take-enquiry";

/** What somebody asks. */
export type NewEnquiry = {
  readonly toOrganisationId: string;
  readonly name: string;
  readonly email: string;
  readonly question: string;
};

/** How a question is named in a mail's subject: its first words. */
export function topicOf(question: string): string {
  const line = question.split("\n").find((each) => each.trim() !== "") ?? "";
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

/**
 * Takes an enquiry from anybody, starts its response clock, and sends the sender a receipt in `locale`. It greets nobody by name: name and
 * address are whatever a stranger typed, and the one would be a text sent to the other. Refused as `enquiry.tooMany…`.
 */
export async function sendEnquiry(work: Work, enquiry: NewEnquiry, locale: Locale): Promise<void> {
  insist(await takeEnquiry(work.tx, enquiry.email, await currentClientAddress(), settings().demo));
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
    to: { email: enquiry.email, name: "", locale },
    params: {
      audience: "sender",
      sender: enquiry.name,
      topic: topicOf(enquiry.question),
      answerByOn: civilDay(dueAt),
      path: "/contact",
    },
  });
}
