import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { localDay } from "@/lib/i18n/local-day";
import { parseLocalTime } from "@/lib/i18n/parse-local-date";
import { LONGEST_CAPTION, LONGEST_EVIDENCE, LONGEST_TEXT } from "./rules/limits";
import { MOST_SLOTS } from "./rules/visit-slots";

const id = z.uuid();

/** A time of day in any way people write it, as `09:30`. */
const time = z
  .string()
  .max(20)
  .transform((text, context) => {
    const parsed = parseLocalTime(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "time" });
    return z.NEVER;
  });

const visitTimes = { day: localDay, from: time, to: time, place: shortText(200, { required: true }) };

export const conflictSchema = z.object({
  enrolmentId: id,
  outcome: z.enum(["clear", "manage", "bar"]),
  ground: freeText(1_000, { required: true }),
});

export const bookVisitSchema = z.object({ enrolmentId: id, ...visitTimes });
export const moveVisitSchema = z.object({ visitId: id, version: rowVersion, ...visitTimes });
export const cancelVisitSchema = z.object({
  visitId: id,
  version: rowVersion,
  reason: freeText(500, { required: true }),
});
export const visitSchema = z.object({ visitId: id, version: rowVersion });
export const handOverVisitSchema = z.object({ visitId: id, version: rowVersion, toId: id });
export const prepareVisitSchema = z.object({
  visitId: id,
  version: rowVersion,
  situation: freeText(2_000, { required: true }),
  aim: freeText(2_000),
  othersInRoom: freeText(1_000),
  othersInformed: z
    .enum(["on"])
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** One row of offered times; a row that is left empty is none. */
const slot = z.object({ day: localDay, from: time, to: time });
const isEmpty = (row: unknown) =>
  typeof row === "object" &&
  row !== null &&
  Object.values(row).every((value) => value === "" || value === undefined);
const offered = {
  slots: z
    .array(z.preprocess((row) => (isEmpty(row) ? null : row), slot.nullable()))
    .max(MOST_SLOTS)
    // Said at the first row: an error of the rows as a whole has no field to stand at.
    .superRefine((rows, context) => {
      if (rows.some((row) => row !== null)) return;
      for (const part of ["day", "from", "to"])
        context.addIssue({ code: "custom", message: "required", path: [0, part] });
    })
    // Each keeps which row it stood in: what is wrong with it is told there, though rows before it are empty.
    .transform((rows) => rows.flatMap((given, row) => (given ? [{ ...given, row }] : []))),
  place: shortText(200, { required: true }),
  travelMinutes: z.preprocess(
    (given) => (given === "" || given === undefined ? 0 : given),
    z.coerce.number().int().min(0).max(720),
  ),
};
export const offerTimesSchema = z.object({ enrolmentId: id, ...offered });
export const offerOtherTimesSchema = z.object({ visitId: id, version: rowVersion, ...offered });
export const pickTimeSchema = z.object({ visitId: id, version: rowVersion, slotId: id });
export const declineTimesSchema = z.object({
  visitId: id,
  version: rowVersion,
  note: freeText(1_000, { required: true }),
});
export const selfAssessmentSchema = z.object({
  visitId: id,
  text: freeText(4_000),
  ratings: z
    .array(
      z.object({
        criterionId: id,
        rating: z.enum(["not_seen", "not_reached", "partly", "reached"]).optional(),
      }),
    )
    .max(60)
    .default([])
    .transform((rows) =>
      rows.flatMap(({ criterionId, rating }) => (rating === undefined ? [] : [{ criterionId, rating }])),
    ),
});

export const inviteSecondSchema = z.object({ visitId: id, version: rowVersion, secondId: id });
export const pairSchema = z.object({ pairId: id });
export const proposeAgreementSchema = z.object({
  pairId: id,
  criterionId: id,
  rating: z.enum(["not_seen", "not_reached", "partly", "reached"]),
  reason: freeText(2_000, { required: true }),
});
export const acceptAgreementSchema = z.object({ pairId: id, criterionId: id });

export const startObservationSchema = z.object({ visitId: id });
export const observationSchema = z.object({ observationId: id, version: rowVersion });

const rating = z.enum(["not_seen", "not_reached", "partly", "reached"]);

/** A draft may lack anything; what it holds is bounded and holds no civil registration number. */
export const saveDraftSchema = z.object({
  observationId: id,
  version: rowVersion,
  observedOn: localDay,
  situation: freeText(LONGEST_TEXT),
  seen: freeText(LONGEST_TEXT),
  interpreted: freeText(LONGEST_TEXT),
  ratings: z
    .array(
      z.object({
        criterionId: id,
        rating: rating.optional().transform((chosen) => chosen ?? null),
        evidence: freeText(LONGEST_EVIDENCE),
      }),
    )
    .max(60)
    .default([]),
  /** `review` goes on to the page where the observation is submitted. */
  next: z.enum(["review"]).optional(),
});

/** A file beside a draft. Whoever attaches it has looked whether it shows others: without that nothing is taken in. */
export const attachFileSchema = z.object({
  observationId: id,
  criterionId: z
    .literal("")
    .transform(() => null)
    .or(id)
    .default(null),
  caption: shortText(LONGEST_CAPTION, { required: true }),
  file: z.file("required"),
  othersConsidered: z.literal("on", "required"),
});
export const detachFileSchema = z.object({ observationId: id, fileId: id });

export const returnSchema = z.object({
  observationId: id,
  version: rowVersion,
  reason: freeText(1_000, { required: true }),
});
export const respondSchema = z.object({
  observationId: id,
  version: rowVersion,
  response: freeText(6_000, { required: true }),
});
export const amendSchema = z.object({ observationId: id, reason: freeText(1_000, { required: true }) });
