import "server-only";
import { cookies } from "next/headers";
import { type Locale, localeCookie } from "@/lib/i18n/locales";
import { isSecure } from "./sign-in/session-cookie";

/** Has this browser's pages speak `locale` from now on, for a year, in actions and route handlers. */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, {
    path: "/",
    maxAge: 365 * 86_400,
    sameSite: "lax",
    httpOnly: true,
    secure: isSecure(),
  });
}
