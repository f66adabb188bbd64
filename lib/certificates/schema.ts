import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { freeText, shortText } from "@/lib/core/free-text";

const reasons = {
  /** Shown to anyone who checks the certificate. */
  publicReason: shortText(500, { required: true }),
  internalReason: freeText(4000, { required: true }),
};

export const certificateSchema = z.object({ certificateId: z.uuid() });
export const proposeRevocationSchema = certificateSchema.extend(reasons);
export const suspendSchema = certificateSchema.extend(reasons);
export const reinstateSchema = certificateSchema.extend({ note: freeText(4000, { required: true }) });

export const correctSchema = certificateSchema.extend({
  /** The hash of the differences that the form showed. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});

export const recertifySchema = certificateSchema.extend({
  /** The last day for new evidence; none where it is left open. */
  dueOn: z.union([z.literal(""), calendarDay]).default(""),
});

export const declineRequestSchema = certificateSchema.extend({
  requestId: z.uuid(),
  answer: freeText(2000, { required: true }),
});

export const visibilities = ["private", "link", "public"] as const;
export const shareSchema = certificateSchema.extend({ visibility: z.enum(visibilities) });

export const requestSchema = certificateSchema.extend({
  kind: z.enum(["new_name", "recertification"]),
  note: freeText(2000),
});

export const stopIssuingSchema = z.object({
  certifyingBodyId: z.uuid(),
  reason: freeText(2000, { required: true }),
});
export const liftIssuingSchema = z.object({
  certifyingBodyId: z.uuid(),
  note: freeText(2000, { required: true }),
});
export const startRunSchema = z.object({ cohortId: z.uuid() });

/** The search of the public check: `serial` as people type it. */
export const searchSchema = z.object({
  serial: shortText(40, { required: true }),
  name: shortText(200, { required: true }),
});
