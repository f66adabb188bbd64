import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { digitsOf, isGln } from "./rules/gln";
import { MOST_LOGO_BYTES } from "./rules/logo";
import { isRegistrationNumber } from "./rules/registration-number";

/** The kinds, in the order in which they are shown. */
export const organisationKinds = [
  "municipality",
  "region",
  "state",
  "provider",
  "certifying_body",
  "funder",
  "other",
] as const;

const digits = z.string().max(40).default("").transform(digitsOf);
const gln = digits.refine((value) => value === "" || isGln(value), "gln");

const numbers = { country: z.enum(["DK", "SE"]), registrationNumber: digits, gln };

/** A number that the country's register could have given out; empty is none. Key `cvr` or `orgnr`. */
function checkNumber(
  { country, registrationNumber }: { country: "DK" | "SE"; registrationNumber: string },
  context: z.RefinementCtx,
): void {
  if (registrationNumber === "" || isRegistrationNumber(country, registrationNumber)) return;
  context.addIssue({
    code: "custom",
    path: ["registrationNumber"],
    message: country === "SE" ? "admin:organisations.orgnr" : "cvr",
  });
}

const nameFields = {
  name: shortText(200, { required: true }),
  shortName: shortText(40, { required: true }),
  validFrom: calendarDay,
};

export const organisationInput = z
  .object({ kind: z.enum(organisationKinds), ...numbers, ...nameFields })
  .superRefine(checkNumber);

export const organisationNumbersInput = z
  .object({ organisationId: z.uuid(), ...numbers })
  .superRefine(checkNumber);

export const organisationLogoInput = z.object({
  organisationId: z.uuid(),
  logo: z.file("required").max(MOST_LOGO_BYTES, "admin:organisations.logo.tooLarge"),
});

/** The record that goes, and the one that stays. */
export const mergeInput = z.object({ organisationId: z.uuid(), keptId: z.uuid() });

export const organisationNameInput = z.object({ organisationId: z.uuid(), ...nameFields });
