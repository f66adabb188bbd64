import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { localDay } from "@/lib/i18n/local-day";

const id = z.uuid();

export const openRoundSchema = z.object({
  frameworkVersionId: id,
  title: shortText(120, { required: true }),
  situation: freeText(4_000, { required: true }),
  seen: freeText(12_000, { required: true }),
  dueOn: localDay,
});
export const roundSchema = z.object({ roundId: id, version: rowVersion });
export const discussSchema = z.object({
  roundId: id,
  version: rowVersion,
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
