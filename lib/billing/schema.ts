import { z } from "zod";
import { shortText } from "@/lib/core/free-text";
import { versionField } from "@/lib/core/version";
import { digitsOf, isGln } from "@/lib/organisations/rules/gln";

const digits = (from: number, to: number) =>
  z
    .string()
    .max(40)
    .transform(digitsOf)
    .pipe(z.string().regex(new RegExp(`^\\d{${from},${to}}$`), "format"));

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

/** Where the bill of a seat goes. */
export const correctBillSchema = z.object({
  enrolmentId: z.uuid(),
  version: versionField,
  payerGln: z
    .string()
    .max(20)
    .default("")
    .transform(digitsOf)
    .refine((value) => value === "" || isGln(value), "gln"),
  payerReference: shortText(100),
});
