import "server-only";
import type { Work } from "@/lib/auth/work";
import { dueReminders } from "../rules/sending";
import type { DueReminder } from "./send-message";

const LONGEST_HOURS = 1440;

/** The scheduled messages whose time has come, oldest first. */
export async function findDueMessages(work: Work, most: number): Promise<string[]> {
  const due = await work.tx.message.findMany({
    where: { state: "scheduled", sendAt: { lte: work.now } },
    select: { id: true },
    orderBy: { sendAt: "asc" },
    take: most,
  });
  return due.map(({ id }) => id);
}

/** The reminders that are due and were not sent for their occasion: of sessions to come, and of deadlines of open cohorts. */
export async function findDueReminders(work: Work): Promise<DueReminder[]> {
  const until = new Date(work.now.getTime() + LONGEST_HOURS * 3_600_000);
  const reminders = await work.tx.messageReminder.findMany({
    where: { template: { cohort: { state: { in: ["open", "closed", "running"] } } } },
    select: {
      id: true,
      kind: true,
      hoursBefore: true,
      messages: { select: { onceKey: true } },
      template: {
        select: {
          cohort: {
            select: {
              id: true,
              state: true,
              applicationDeadline: true,
              sessions: {
                where: { state: { in: ["planned", "confirmed"] }, startsAt: { gt: work.now, lte: until } },
                select: { id: true, startsAt: true },
              },
            },
          },
        },
      },
    },
  });
  return reminders.flatMap((reminder) => {
    const { cohort } = reminder.template;
    const sessions = cohort.sessions.map(({ id, startsAt }) => ({ id, at: startsAt }));
    // A deadline that is moved is another occasion: those who have begun are told of the new day.
    const day = cohort.applicationDeadline.toISOString().slice(0, 10);
    const deadline = cohort.state === "open" ? [{ id: day, at: cohort.applicationDeadline }] : [];
    const sent = new Set(reminder.messages.map(({ onceKey }) => onceKey));
    return dueReminders(reminder, reminder.kind === "session" ? sessions : deadline, work.now)
      .filter(({ onceKey }) => !sent.has(onceKey))
      .map((due) => ({ reminderId: reminder.id, ...due }));
  });
}
