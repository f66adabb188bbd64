import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { parseLocalDate } from "@/lib/i18n/parse-local-date";

const id = z.uuid();
const version = z.coerce.number().int().min(1).max(1_000_000);

/** A calendar day in any way people write it, as `2027-05-31`. */
const day = z
  .string()
  .max(20)
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date" });
    return z.NEVER;
  });

export const openRoundSchema = z.object({
  frameworkVersionId: id,
  title: shortText(120, { required: true }),
  situation: freeText(4_000, { required: true }),
  seen: freeText(12_000, { required: true }),
  dueOn: day,
});
export const roundSchema = z.object({ roundId: id, version });
export const discussSchema = z.object({
  roundId: id,
  version,
  conclusion: freeText(4_000, { required: true }),
});
export const rateSchema = z.object({
  roundId: id,
  ratings: z
    .array(
      z.object({
        criterionId: id,
        rating: z.enum(["not_seen", "not_reached", "partly", "reached"]),
        reason: freeText(2_000),
      }),
    )
    .min(1)
    .max(60),
});
