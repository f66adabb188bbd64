import { dayOf, endOfDay } from "@/lib/core/dates";

/** Working days within which an enquiry is answered: what the contact page promises. */
export const ANSWER_WORKING_DAYS = 5;

/** The end of the fifth working day (Monday to Friday) after `asked`, in `zone`: until then an answer is on time. */
export function answerDueAt(asked: Date, zone: string): Date {
  const day = new Date(`${dayOf(asked, zone)}T00:00:00Z`);
  for (let left = ANSWER_WORKING_DAYS; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left--;
  }
  return endOfDay(day.toISOString().slice(0, 10), zone);
}

/** How an enquiry stands by the clock: `answered` once it is, else `late` after the deadline, `due` on the last day. */
export function answerClock(
  enquiry: { readonly answerDueAt: Date; readonly answeredAt: Date | null; readonly closed: boolean },
  now: Date,
): "answered" | "waiting" | "due" | "late" {
  if (enquiry.answeredAt || enquiry.closed) return "answered";
  const left = enquiry.answerDueAt.getTime() - now.getTime();
  if (left < 0) return "late";
  return left < 86_400_000 ? "due" : "waiting";
}
