import { z } from "zod";
import { freeText } from "@/lib/core/free-text";
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

export const drawSampleSchema = z.object({
  fromDay: day,
  toDay: day,
  percent: z.coerce.number().int().min(1).max(100),
});
export const assignReviewSchema = z.object({ reviewId: id, version, reviewerId: id });
export const writeReviewSchema = z.object({
  reviewId: id,
  version,
  verdict: z.enum(["agrees", "disagrees"]),
  reasons: freeText(4000, { required: true }),
});
