import "server-only";
import PostalMime from "postal-mime";
import { asSystem } from "@/lib/auth/system";
import { type ReplyOutcome, takeReply } from "@/lib/calendar/commands/take-reply";
import { parseReply, type Reply } from "@/lib/calendar/rules/reply";
import { database } from "@/lib/db/client";

/** The largest mail that is looked at: an answer to an invitation has a few kilobytes. */
export const MOST_MAIL_BYTES = 1024 * 1024;

/** What became of a mail; `not-a-reply` where it holds no answer to an invitation. */
export type InboundOutcome = ReplyOutcome | "not-a-reply";

/** The first answer among a mail's parts. Outlook sends it as an alternative, others as a file; some call it application/ics. */
function replyIn(parts: readonly { mimeType: string; content: unknown }[]): Reply | null {
  for (const { mimeType, content } of parts) {
    if (!/^(text\/calendar|application\/ics)$/i.test(mimeType)) continue;
    const text = typeof content === "string" ? content : new TextDecoder().decode(content as ArrayBuffer);
    const reply = parseReply(text);
    if (reply) return reply;
  }
  return null;
}

/** The Message-IDs in the headers that say what a mail answers to. */
function messageIdsIn(...headers: readonly (string | undefined)[]): string[] {
  return headers.flatMap((header) => header?.match(/<[^<>\s]{1,250}>/g) ?? []);
}

/**
 * Takes a mail that a gateway has received for us (RFC 5322, raw). Only answers to invitations have an effect; everything else, and what
 * cannot be parsed, has none. The gateway has checked where it comes from (SPF, DKIM, DMARC): see docs/decisions.
 */
export async function takeInboundMail(raw: Uint8Array, now: Date): Promise<InboundOutcome> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }).catch(
    () => null,
  );
  const reply = mail && replyIn(mail.attachments);
  if (!mail || !reply) return "not-a-reply";
  const from = (mail.from?.address ?? "").normalize("NFKC").toLowerCase();
  const answersTo = messageIdsIn(mail.inReplyTo, mail.references);
  return asSystem(database(), now, (work) => takeReply(work, { reply, from, answersTo }));
}
