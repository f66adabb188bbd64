"use server";

import { action } from "@/lib/auth/action";
import { mayRecordAttendance } from "@/lib/auth/policy/attendance";
import { makeUpAttendance, recordAttendance } from "./commands/record-attendance";
import { loadRoll } from "./facts/load-roll";
import { makeUpSchema, rollCallSchema } from "./schema";

/** Whoever teaches a session, or staff, note who came. */
export const recordAttendanceAction = action({
  name: "attendance.record",
  permission: "attendance.record",
  input: rollCallSchema,
  load: (work, { sessionId }) => loadRoll(work, sessionId),
  policy: mayRecordAttendance,
  async run(work, roll, { entries }) {
    const changed = await recordAttendance(work, roll, entries);
    return { message: "facilitate.roll.saved", data: { changed } };
  },
});

/** Whoever teaches a session, or staff, note how somebody made up for their absence. */
export const makeUpAttendanceAction = action({
  name: "attendance.makeUp",
  permission: "attendance.record",
  input: makeUpSchema,
  load: (work, { sessionId }) => loadRoll(work, sessionId),
  policy: mayRecordAttendance,
  async run(work, roll, { enrolmentId, evidence }) {
    await makeUpAttendance(work, roll, enrolmentId, evidence);
    return { message: "facilitate.roll.madeUp" };
  },
});
