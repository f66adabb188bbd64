import "server-only";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { findDueMessages, findDueReminders } from "@/lib/messages/commands/find-due";
import { sendMessage, sendReminder } from "@/lib/messages/commands/send-message";

const AT_ONCE = 100;

/** Sends every message and reminder whose time has come, each in a transaction of its own. A second run at the same time sends nothing. */
export async function sendMessages(
  client: PrismaClient,
  now: Date,
): Promise<{ messages: number; reminders: number }> {
  let messages = 0;
  for (const id of await asSystem(client, now, (work) => findDueMessages(work, AT_ONCE)))
    messages += await asSystem(client, now, (work) => sendMessage(work, id));
  let reminders = 0;
  for (const due of await asSystem(client, now, findDueReminders))
    reminders += await asSystem(client, now, (work) => sendReminder(work, due));
  return { messages, reminders };
}
