import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideAnswering, decideAssigning, decideClosing } from "../rules/handling";
import { inboxPath } from "../rules/inbox";
import type { LoadedEnquiry } from "./load-enquiry";
import { topicOf } from "./send-enquiry";

async function record(
  work: Work,
  enquiry: LoadedEnquiry,
  what: DoneTo<"enquiry">,
  detail = {},
): Promise<void> {
  await work.audit({
    stream: `enquiry:${enquiry.id}`,
    action: `enquiry.${what}`,
    entity: "enquiry",
    entityId: enquiry.id,
    detail,
  });
}

/** Gives an enquiry to a named person of the organisation it was sent to, and tells them by mail. */
export async function assignEnquiry(
  work: Work,
  enquiry: LoadedEnquiry,
  version: number,
  personId: string,
): Promise<void> {
  const person = await work.tx.person.findFirst({
    where: {
      id: personId,
      closedAt: null,
      roleGrants: {
        some: {
          role: { in: ["staff", "certifier"] },
          organisationId: enquiry.toOrganisationId,
          validFrom: { lte: work.now },
          OR: [{ validTo: null }, { validTo: { gt: work.now } }],
        },
      },
    },
    select: { name: true, email: true, locale: true },
  });
  insist(decideAssigning(enquiry.state, person !== null));
  const { count } = await work.tx.enquiry.updateMany({
    where: { id: enquiry.id, version, state: enquiry.state },
    data: { state: "assigned", assignedToId: personId, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await record(work, enquiry, "assigned", { personId });
  const to = person && personId !== work.acting.personId ? recipientOf(person) : null;
  if (!to) return;
  await work.mail({
    template: "enquiry-received",
    to,
    params: {
      audience: "assignee",
      sender: enquiry.name,
      topic: topicOf(enquiry.question),
      answerByOn: civilDay(enquiry.answerDueAt),
      path: `${inboxPath(enquiry.toKind)}/${enquiry.id}`,
    },
  });
}

/** Answers an enquiry that was assigned to oneself; the answer goes to the sender by mail, in one's own language. */
export async function answerEnquiry(
  work: Work,
  enquiry: LoadedEnquiry,
  version: number,
  answer: string,
): Promise<void> {
  const personId = personOf(work.acting);
  insist(decideAnswering(enquiry.state, enquiry.assignedToId, personId));
  const { count } = await work.tx.enquiry.updateMany({
    where: { id: enquiry.id, version, state: enquiry.state },
    data: { state: "answered", answer, answeredAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await record(work, enquiry, "answered");
  const responder = await work.tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, locale: true },
  });
  await work.mail({
    template: "enquiry-answered",
    to: { email: enquiry.email, name: enquiry.name, locale: responder.locale },
    params: { topic: topicOf(enquiry.question), answer, responder: responder.name, path: "/contact" },
  });
}

/** Closes an enquiry, answered or not; the question stays readable. */
export async function closeEnquiry(work: Work, enquiry: LoadedEnquiry, version: number): Promise<void> {
  insist(decideClosing(enquiry.state));
  const { count } = await work.tx.enquiry.updateMany({
    where: { id: enquiry.id, version, state: enquiry.state },
    data: { state: "closed", version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await record(work, enquiry, "closed", { from: enquiry.state });
}
