import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { Obligation, ParticipantRole, SessionFormat } from "@/lib/db/generated/enums";
import { parseLocalTime } from "@/lib/i18n/parse-local-date";
import { checkbox } from "@/lib/programmes/schema";
import type { ObligationSubject } from "./rules/obligations";
import { parseWeeks } from "./rules/pattern";

const MOST_SESSIONS = 40;

/** A time of day as people write it (`9`, `9.30`), as `HH:MM`. */
const clockTime = z
  .string()
  .max(10)
  .transform((text, context) => {
    const time = parseLocalTime(text);
    if (time === null) context.addIssue({ code: "custom", message: "time" });
    return time ?? "";
  });

const optionalId = z.union([z.literal(""), z.uuid()]);

/** A web address over https, or nothing. */
const webLink = z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]);

const where = {
  /** A room of ours, which the database keeps from being booked twice. */
  roomId: optionalId,
  /** Any other place, in words. */
  place: shortText(200),
  link: webLink,
};

const what = {
  description: freeText(4000),
  format: z.enum(SessionFormat),
  contentOpen: checkbox,
};

const facilitatorIds = z.array(z.uuid()).max(20).default([]);

/** A choice about a track or a role; `default` leaves it to the rule that everybody comes. */
const obligations = z
  .array(
    z.strictObject({
      trackId: optionalId,
      participantRole: z.union([z.literal(""), z.enum(ParticipantRole)]),
      obligation: z.enum(["default", ...Object.values(Obligation)]),
    }),
  )
  .max(40)
  .default([]);

export const addSessionInput = z.object({
  cohortId: z.uuid(),
  theme: shortText(200, { required: true }),
  day: calendarDay,
  from: clockTime,
  to: clockTime,
  facilitatorIds,
  ...what,
  ...where,
  obligations,
});

export const editSessionInput = z.object({
  sessionId: z.uuid(),
  version: rowVersion,
  theme: shortText(200, { required: true }),
  day: calendarDay,
  from: clockTime,
  to: clockTime,
  facilitatorIds,
  ...what,
  ...where,
  obligations,
});

export const addSessionRowInput = z.object({
  cohortId: z.uuid(),
  /** One theme a line; the rest are named by their number. */
  themes: freeText(MOST_SESSIONS * 201)
    .transform((text) =>
      (text ?? "")
        .split("\n")
        .map((line) => line.replace(/^\s*\d{1,2}[.)]\s+/, "").trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(z.string().max(200)).max(MOST_SESSIONS)),
  /** How many; empty for as many as there are themes. */
  count: z.union([z.literal("").transform(() => 0), z.coerce.number().int().min(1).max(MOST_SESSIONS)]),
  skipHolidays: checkbox,
  firstDay: calendarDay,
  everyWeeks: z.coerce.number().int().min(1).max(12),
  skipWeeks: z
    .string()
    .max(200)
    .transform((text, context) => {
      const weeks = parseWeeks(text);
      if (weeks === null) context.addIssue({ code: "custom", message: "cohorts:row.weeksWrong" });
      return weeks ?? [];
    }),
  from: clockTime,
  to: clockTime,
  format: z.enum(SessionFormat),
  facilitatorIds,
  ...where,
});

const MOST_MOVES = 60;

/** Sessions to move in one planning act. */
export const moveSessionsInput = z.object({
  moves: z
    .array(
      z.strictObject({
        sessionId: z.uuid(),
        version: rowVersion,
        day: calendarDay,
        from: clockTime,
        to: clockTime,
      }),
    )
    .min(1)
    .max(MOST_MOVES),
});

/** A track or a role out of the word that names it (`subjectKey` in rules/obligations.ts); null where it is neither. */
function subjectIn(word: string): ObligationSubject | null {
  const [kind, value] = word.split(":");
  const track = z.uuid().safeParse(value);
  const role = z.enum(ParticipantRole).safeParse(value);
  if (kind === "track" && track.success) return { trackId: track.data, participantRole: null };
  return kind === "role" && role.success ? { trackId: null, participantRole: role.data } : null;
}

/** One rule for several sessions: about a track or a role, as a form's list of both names it. */
export const setObligationsInput = z.object({
  sessionIds: z.array(z.uuid()).min(1).max(MOST_MOVES).prefault([]),
  subject: z
    .string()
    .max(60)
    .transform((text, context) => {
      const subject = subjectIn(text);
      if (subject === null) context.addIssue({ code: "custom", message: "choose" });
      return subject ?? { trackId: null, participantRole: null };
    }),
  obligation: z.enum(["default", ...Object.values(Obligation)]),
});

export const sessionInput = z.object({ sessionId: z.uuid(), version: rowVersion });

export const addRoomInput = z.object({
  providerId: z.uuid(),
  /** Empty: the building is a new one, and named below. */
  venueId: optionalId,
  venueName: shortText(160),
  address: shortText(200),
  city: shortText(80),
  roomName: shortText(80, { required: true }),
});
