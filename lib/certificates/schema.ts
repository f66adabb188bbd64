import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";

export const proposeRevocationSchema = z.object({
  certificateId: z.uuid(),
  /** Shown to anyone who checks the certificate. */
  publicReason: shortText(500, { required: true }),
  internalReason: freeText(4000, { required: true }),
});

export const revocationSchema = z.object({ certificateId: z.uuid() });

/** The search of the public check: `serial` as people type it. */
export const searchSchema = z.object({
  serial: shortText(40, { required: true }),
  name: shortText(200, { required: true }),
});
