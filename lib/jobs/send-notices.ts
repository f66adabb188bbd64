import "server-only";
import { asSystem } from "@/lib/auth/system";
import { findDueNotices, sendNotice } from "@/lib/calendar/commands/send-notice";
import type { PrismaClient } from "@/lib/db/generated/client";

const AT_ONCE = 500;

/**
 * Sends whoever has come to a cohort its sessions, and takes them back from whoever is off it, each in a transaction of its own. By a job
 * and not with the admission: people come and go in many ways, and none of them waits for ten invitations to be written.
 */
export async function sendNotices(
  client: PrismaClient,
  now: Date,
): Promise<{ invited: number; withdrawn: number }> {
  const ids = await asSystem(client, now, (work) => findDueNotices(work, AT_ONCE));
  let invited = 0;
  let withdrawn = 0;
  for (const id of ids) {
    const sent = await asSystem(client, now, (work) => sendNotice(work, id));
    if (sent === "invite") invited++;
    if (sent === "withdraw") withdrawn++;
  }
  return { invited, withdrawn };
}
