import type { Acting } from "@/lib/auth/acting";
import { visibleOutbox } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import type { OutboxState } from "@/lib/db/generated/enums";

/** What the outbox is narrowed to: a state, and a part of the recipient's address. */
export type OutboxFilter = { readonly state?: OutboxState; readonly search?: string };

/** What a list of mails says of one: to whom, which mail and how it went, never what it says. */
export const mailSelect = {
  id: true,
  template: true,
  toEmail: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const satisfies Prisma.OutboxMailSelect;

/** The mails within reach that a filter means. */
export function wantedMails(acting: Acting, { state, search }: OutboxFilter): Prisma.OutboxMailWhereInput {
  return {
    AND: [
      visibleOutbox(acting),
      { ...(state && { state }), ...(search && { toEmail: { contains: search.toLowerCase() } }) },
    ],
  };
}
