import { z } from "zod";
import { emailAddress } from "@/lib/auth/sign-in/schema";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { grantableRoles } from "./rules/roles";

const locale = z.enum(["da", "sv", "en"]);
/** What somebody is called: as certificates print it. */
const personName = shortText(120, { required: true });
const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^$|^\+?[0-9][0-9 ()-]{5,}$/, "phone")
  .default("");
/** A calendar day, `2026-05-13`; empty is no day. */
const day = z.union([z.literal("").transform(() => null), calendarDay]).default(null);

/** The question at the first sign-in. */
export const welcomeInput = z.object({
  name: personName,
  locale,
  callbackUrl: z.string().max(2000).default(""),
});

/** One's own account. */
export const accountInput = z.object({ name: personName, phone, locale });

/** The language of the interface, of mails and of documents. */
export const languageInput = z.object({ locale });

export const signInAccountInput = z.object({ accountId: z.uuid() });

/** Somebody new, made by an administrator so that they can be given a role. */
export const personInput = z.object({ name: personName, email: emailAddress, locale });

/** A role in an organisation, from now or a day to come, until a day or until it is ended. */
export const roleInput = z
  .object({
    personId: z.uuid(),
    role: z.enum(grantableRoles),
    organisationId: z.uuid(),
    validFrom: day,
    validTo: day,
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom < validTo, {
    path: ["validTo"],
    message: "endBeforeStart",
  });

export const endRoleInput = z.object({ grantId: z.uuid() });
export const accountStateInput = z.object({ personId: z.uuid() });
