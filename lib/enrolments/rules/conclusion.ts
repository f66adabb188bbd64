import { type AttendanceSummary, attendanceStanding } from "../../attendance/rules/summary.ts";

/** How a participant's part in a programme ends when the cohort does. */
export type Conclusion = "completed" | "not_completed";

/**
 * The outcome that follows from attendance: completed where the programme's own minimum is met. A guest is outside the count
 * (domain.md) and completes. Whether it also certifies is the certifying body's to say, by the scheme's minimum.
 */
export function concludeBy(summary: AttendanceSummary | null, minimumPercent: number): Conclusion {
  if (summary === null) return "completed";
  return attendanceStanding(summary, minimumPercent) === "met" ? "completed" : "not_completed";
}
