import { z } from "zod";
import { freeText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { localDay } from "@/lib/i18n/local-day";

const id = z.uuid();

export const drawSampleSchema = z.object({
  certifyingBodyId: id,
  fromDay: localDay,
  toDay: localDay,
  percent: z.coerce.number().int().min(1).max(100),
});
export const assignReviewSchema = z.object({ reviewId: id, version: rowVersion, reviewerId: id });
export const writeReviewSchema = z.object({
  reviewId: id,
  version: rowVersion,
  verdict: z.enum(["agrees", "disagrees"]),
  reasons: freeText(4000, { required: true }),
});
