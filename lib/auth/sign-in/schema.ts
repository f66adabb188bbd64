import { z } from "zod";
import { normaliseEmail } from "./rules/email-address.ts";

/** One e-mail address, normalised (key `email`). */
export const emailAddress = z
  .string()
  .max(320, "email")
  .transform((given, context) => {
    const email = normaliseEmail(given);
    if (email) return email;
    context.addIssue({ code: "custom", message: given.trim() ? "email" : "required" });
    return z.NEVER;
  });

/** Where to go on afterwards; what of it is a page of ours is decided by rules/callback-path.ts. */
const callbackUrl = z.string().max(2000).default("");

/** The form of /sign-in. `locale` is the page's language, for a mail to somebody unknown. */
export const signInLinkRequest = z.object({
  email: emailAddress,
  callbackUrl,
  locale: z.enum(["da", "sv", "en"]),
});

/** The form of /sign-in/confirm, which the mail leads to. */
export const signInLinkConfirmation = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  email: emailAddress,
  callbackUrl,
});

export const sessionInput = z.object({ sessionId: z.uuid() });
export const nothingInput = z.object({});
