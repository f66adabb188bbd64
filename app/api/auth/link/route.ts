import { cookies, headers } from "next/headers";
import { confirmSignInLink } from "@/lib/auth/sign-in/commands/confirm-link";
import { atTheDoor, isFromOurPage } from "@/lib/auth/sign-in/entrance";
import { landingOf } from "@/lib/auth/sign-in/landing";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { deviceName } from "@/lib/auth/sign-in/rules/device";
import { signInLinkConfirmation } from "@/lib/auth/sign-in/schema";
import { giveSession, seeOther, signInPage } from "@/lib/auth/sign-in/see-other";
import { sessionCookieName } from "@/lib/auth/sign-in/session-cookie";
import { boundedForm } from "@/lib/core/bounded-form";
import { RefusalError } from "@/lib/core/decision";
import { settings } from "@/lib/core/env";
import { localeCookie, localeOfRequest } from "@/lib/i18n/locales";

/**
 * The button of /sign-in/confirm: uses the link and signs in. A plain form, because the session's token must go into the cookie
 * and nowhere else (an action's reply is kept for repeats). There is no GET: what opens a link does not use it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await isFromOurPage())) return seeOther(signInPage("origin", ""));
  const form = (await boundedForm(request)) ?? new FormData();
  const path = callbackPath(form.get("callbackUrl"), settings().publicUrl);
  const input = signInLinkConfirmation.safeParse(Object.fromEntries(form));
  if (!input.success) return seeOther(signInPage("signIn.linkSpent", path));
  const jar = await cookies();
  const head = await headers();
  try {
    const device = deviceName(head.get("user-agent"));
    const signedIn = await atTheDoor((work) =>
      confirmSignInLink(work, {
        token: input.data.token,
        email: input.data.email,
        device,
        replacing: jar.get(sessionCookieName())?.value ?? null,
        locale: localeOfRequest(jar.get(localeCookie)?.value, head.get("accept-language")),
      }),
    );
    await giveSession(signedIn);
    return seeOther(await landingOf(signedIn, path));
  } catch (error) {
    if (error instanceof RefusalError) return seeOther(signInPage(error.refusal.code, path));
    throw error;
  }
}
