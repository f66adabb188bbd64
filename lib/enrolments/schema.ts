import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { freeText, shortText } from "@/lib/core/free-text";
import { versionField } from "@/lib/core/version";

const REASON_MAX = 1000;
const seats = z.coerce.number().int().min(1).max(1000);
/** A calendar day, or none. */
const dayOrNone = z
  .union([z.literal(""), calendarDay])
  .default("")
  .transform((day) => (day === "" ? null : day));
const idOrNone = z
  .union([z.literal(""), z.uuid()])
  .default("")
  .transform((id) => (id === "" ? null : id));

/** An offer that is accepted or refused. */
export const offerSchema = z.object({ entryId: z.uuid() });

/** A participant leaves a cohort; the reason is theirs to give or not. */
export const leaveSchema = z.object({ enrolmentId: z.uuid(), reason: freeText(REASON_MAX) });

/** Staff take a participant off a cohort. */
export const withdrawSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  reason: freeText(REASON_MAX, { required: true }),
  /** What the terms ask for is not asked for. */
  waive: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

/** A pause begins, with the day of return as agreed, or ends. */
export const pauseSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  returnsOn: dayOrNone,
  reason: freeText(REASON_MAX),
});

/** Somebody from the same organisation takes over. */
export const substituteSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  name: shortText(120, { required: true }),
  email: z
    .string()
    .transform((text) => text.normalize("NFKC").trim().toLowerCase())
    .pipe(z.email("email").max(254)),
  title: shortText(120, { required: true }),
  reason: freeText(REASON_MAX),
});

/** A participant is moved to another cohort. */
export const transferSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  targetId: z.uuid(),
  reason: freeText(REASON_MAX),
});

/** How an enrolment ended. */
export const completeSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  outcome: z.enum(["completed", "not_completed"]),
  reason: freeText(REASON_MAX),
});

/** Somebody is moved to the front of the queue. */
export const advanceSchema = z.object({
  entryId: z.uuid(),
  version: versionField,
  reason: freeText(REASON_MAX, { required: true }),
});

/** Seats are kept for an organisation, a track, or one of the other. */
export const keepSeatsSchema = z.object({
  cohortId: z.uuid(),
  organisationId: idOrNone,
  trackId: idOrNone,
  seats,
  releasesOn: dayOrNone,
});

/** How many seats a class has, and until when. */
export const changeKeptSeatsSchema = z.object({
  seatClassId: z.uuid(),
  version: versionField,
  seats,
  releasesOn: dayOrNone,
});

/** A class of seats is given to everybody. */
export const releaseSeatsSchema = z.object({ seatClassId: z.uuid(), version: versionField });
