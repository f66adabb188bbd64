import "server-only";
import { database } from "@/lib/db/client";

/** A mail in the demo's mailbox. */
export type DemoMailRow = {
  readonly id: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
  /** Invitations and cancellations that came with it. */
  readonly calendar: readonly string[];
  readonly sentAt: Date;
};

/**
 * The demo's mails, newest first, at most 100; with `to`, those to that address. There is no scope: in the demo anybody may read
 * every mail, which is what it is for, and outside the demo the table is empty and the page does not exist.
 */
export async function listDemoMails(to: string): Promise<DemoMailRow[]> {
  return database().demoMail.findMany({
    where: to ? { toEmail: to.trim().toLowerCase() } : {},
    select: { id: true, toEmail: true, subject: true, text: true, links: true, calendar: true, sentAt: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: 100,
  });
}
