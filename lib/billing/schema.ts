import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { versionField } from "@/lib/core/version";
import { digitsOf, isGln } from "@/lib/organisations/rules/gln";
import { parsePrice } from "@/lib/programmes/rules/price";

const digits = (from: number, to: number) =>
  z
    .string()
    .max(40)
    .transform(digitsOf)
    .pipe(z.string().regex(new RegExp(`^\\d{${from},${to}}$`), "format"));

const priceText = z
  .string()
  .trim()
  .min(1, "required")
  .max(20)
  .transform((text, context) => {
    const minor = parsePrice(text);
    if (minor === null) context.addIssue({ code: "custom", message: "number" });
    return minor ?? 0;
  });

/** What a provider's invoices say of it. */
export const billingProfileSchema = z.object({
  providerId: z.uuid(),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  street: shortText(120, { required: true }),
  postalCode: shortText(10, { required: true }),
  city: shortText(80, { required: true }),
  bankRegistration: digits(4, 5),
  bankAccount: digits(4, 15),
  contactName: shortText(120, { required: true }),
  contactEmail: z.string().trim().pipe(z.email("email").max(254)),
  paymentDays: z.coerce.number().int().min(0).max(120),
});

/** The documents that a cohort's basis asks for are made. */
export const issueInvoicesSchema = z.object({ cohortId: z.uuid() });

/** The documents that an agreement's basis asks for are made. */
export const issueAgreementInvoicesSchema = z.object({ agreementId: z.uuid() });

const payerGln = z
  .string()
  .max(20)
  .default("")
  .transform(digitsOf)
  .refine((value) => value === "" || isGln(value), "gln");

/** A sum of an agreement; `chargeId` empty and version 0 where it is a new one. */
export const saveChargeSchema = z.object({
  agreementId: z.uuid(),
  chargeId: z.union([z.literal(""), z.uuid()]).default(""),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  organisationId: z.uuid(),
  text: shortText(200, { required: true }),
  amount: priceText,
  vatPercent: z.enum(["0", "25"]).transform(Number),
  // PostgreSQL knows no year 0, which is a calendar day to zod.
  billFrom: calendarDay,
  payerGln,
  payerReference: shortText(100),
});

/** A sum of an agreement that was on no document is taken away. */
export const removeChargeSchema = z.object({ agreementId: z.uuid(), chargeId: z.uuid() });

/** Where the bill of a seat goes. */
export const correctBillSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  payerGln,
  payerReference: shortText(100),
});
