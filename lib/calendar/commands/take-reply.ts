import "server-only";
import type { Work } from "@/lib/auth/work";
import { loadAnswerable } from "../facts/load-answerable";
import { decideAnswering } from "../rules/answering";
import type { Reply } from "../rules/reply";
import { recordAnswer } from "./record-answer";

/** An answer as it came by mail. */
export type ArrivedReply = {
  readonly reply: Reply;
  /** The address in the From header, in small letters. */
  readonly from: string;
  /** The Message-IDs it answers to (In-Reply-To, References), with their angle brackets. */
  readonly answersTo: readonly string[];
};

/** What became of it: `unknown` where it belongs to no invitation, `late` where there was nothing more to answer. */
export type ReplyOutcome = "recorded" | "outdated" | "late" | "unknown";

/**
 * Who answers. The Message-ID of the invitation is known to its recipient alone and is the better proof; it also recognises whoever
 * answers from another of their addresses. Without it the sender's address has to be both the attendee's and a person's.
 */
async function answererOf(work: Work, { reply, from, answersTo }: ArrivedReply): Promise<string | null> {
  const invited = await work.tx.outboxMail.findFirst({
    where: { messageId: { in: [...answersTo].slice(0, 50) } },
    select: { toEmail: true },
    orderBy: { createdAt: "desc" },
  });
  const named = reply.attendees.some(({ email }) => email === from);
  const email = invited?.toEmail ?? (named ? from : "");
  if (email === "") return null;
  const person = await work.tx.person.findFirst({ where: { email, closedAt: null }, select: { id: true } });
  return person?.id ?? null;
}

/** Takes an answer that came by mail. What belongs to nobody and nothing leaves no trace but its outcome. */
export async function takeReply(work: Work, arrived: ArrivedReply): Promise<ReplyOutcome> {
  const personId = await answererOf(work, arrived);
  if (personId === null) return "unknown";
  const { reply, from } = arrived;
  const thing = await loadAnswerable(work.tx, { icalUid: reply.uid }, personId);
  const own = reply.attendees.find(({ email }) => email === from) ?? reply.attendees[0];
  if (!thing || !own) return "unknown";
  if (!decideAnswering(thing, work.now).ok) return "late";
  const sequence = Math.min(reply.sequence, thing.sequence);
  const counts = await recordAnswer(work, thing, { answer: own.answer, sequence, channel: "mail" });
  return counts ? "recorded" : "outdated";
}
