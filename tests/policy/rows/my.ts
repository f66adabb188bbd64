import { listMyAttendance } from "@/lib/attendance/queries/list-my-attendance";
import type { QueryRow } from "../row";

export const queryRows: readonly QueryRow[] = [
  {
    query: "attendance/queries/list-my-attendance",
    permission: "my.view",
    call: (acting) => listMyAttendance(acting, new Date()),
    // Both are on the own side's running cohort, and each is shown their own participation.
    allowed: ["participant", "colleagueParticipant"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.slug),
  },
];
