import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { MessageAudience, MessageState, OutboxState } from "@/lib/db/generated/enums";

/** A message with whom it went to and whether it arrived. */
export type MessageRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly audience: MessageAudience;
  readonly state: MessageState;
  readonly sendAt: Date;
  readonly sentAt: Date | null;
  readonly isReminder: boolean;
  readonly session: string;
  readonly recipients: readonly { name: string; state: OutboxState | "gone"; reason: string }[];
};

const PAGE = 25;

/** A page of what was and will be sent to a cohort's people, the newest first. Three statements. */
export async function listMessages(acting: Acting, cohortId: string, page: number) {
  const where = { cohort: { AND: [{ id: cohortId }, visibleCohorts(acting)] } };
  const total = await database().message.count({ where });
  const messages = await database().message.findMany({
    where,
    orderBy: [{ sendAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE,
    take: PAGE,
    include: {
      session: { select: { theme: true } },
      recipients: {
        select: { mailId: true, person: { select: { name: true } } },
        orderBy: { person: { name: "asc" } },
      },
    },
  });
  const mailIds = messages.flatMap(({ recipients }) => recipients.map(({ mailId }) => mailId));
  const mails = await database().outboxMail.findMany({
    where: { id: { in: mailIds } },
    select: { id: true, state: true, lastError: true },
  });
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  const rows = messages.map(
    ({ templateName, session, recipients, reminderId, onceKey, ...message }): MessageRow => ({
      id: message.id,
      version: message.version,
      audience: message.audience,
      state: message.state,
      sendAt: message.sendAt,
      sentAt: message.sentAt,
      name: templateName,
      isReminder: reminderId !== null || onceKey !== null,
      session: session?.theme ?? "",
      recipients: recipients.map(({ mailId, person }) => {
        const mail = byId.get(mailId);
        return { name: person.name, state: mail?.state ?? "gone", reason: mail?.lastError ?? "" };
      }),
    }),
  );
  return { rows, total, pageSize: PAGE };
}
