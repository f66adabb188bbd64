import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { Locale } from "@/lib/db/generated/enums";

export const sendEnquiryInput = z.object({
  /** The language of the page, and so of the receipt. */
  locale: z.enum(Locale),
  toOrganisationId: z.uuid(),
  name: shortText(120, { required: true }),
  email: z
    .string()
    .max(254)
    .transform((text) => text.normalize("NFKC").trim().toLowerCase())
    .pipe(z.email()),
  question: freeText(4000, { required: true }),
});

export const assignEnquiryInput = z.object({ enquiryId: z.uuid(), version: rowVersion, personId: z.uuid() });

export const answerEnquiryInput = z.object({
  enquiryId: z.uuid(),
  version: rowVersion,
  answer: freeText(6000, { required: true }),
});

export const enquiryInput = z.object({ enquiryId: z.uuid(), version: rowVersion });
