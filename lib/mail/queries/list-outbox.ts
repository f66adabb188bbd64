import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleOutbox } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { OutboxState } from "@/lib/db/generated/enums";
import { mailSelect, type OutboxFilter, wantedMails } from "../facts/wanted-mails";

/** A mail in the outbox, without its content. */
export type OutboxRow = {
  readonly id: string;
  readonly template: string;
  readonly toEmail: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly nextAttemptAt: Date;
};

const PAGE = 50;

/** The outbox, newest first, 50 a page, with how many mails are in each state. */
export async function listOutbox(acting: Acting, filter: OutboxFilter, page: number) {
  const where = wantedMails(acting, filter);
  const [rows, total, counts] = await Promise.all([
    database().outboxMail.findMany({
      where,
      select: { ...mailSelect, nextAttemptAt: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    database().outboxMail.count({ where }),
    database().outboxMail.groupBy({ by: ["state"], where: visibleOutbox(acting), _count: true }),
  ]);
  const count = (state: OutboxState) => counts.find((each) => each.state === state)?._count ?? 0;
  return {
    rows: rows satisfies OutboxRow[],
    total,
    pageSize: PAGE,
    counts: { queued: count("queued"), sent: count("sent"), failed: count("failed") },
  };
}
