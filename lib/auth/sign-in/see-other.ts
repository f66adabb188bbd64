import "server-only";
import { cookies } from "next/headers";
import { rememberLocale } from "@/lib/auth/remember-locale";
import type { SignedIn } from "./commands/confirm-link";
import { sessionCookieName, sessionCookieOptions } from "./session-cookie";

/** 303 to a path of ours: what follows a form's POST is a GET. Never kept by anybody. */
export function seeOther(path: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({
    Location: path,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Hands the session to the browser, which from now on also speaks the person's language. */
export async function giveSession({ token, endsAt, locale }: SignedIn): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), token, sessionCookieOptions(endsAt));
  await rememberLocale(locale);
}

/** Where the sign-in page explains why it did not work; `code` is a refusal's, `path` where the person was going. */
export function signInPage(code: string, path: string): string {
  const query = new URLSearchParams({ problem: code, ...(path && { callbackUrl: path }) });
  return `/sign-in?${query}`;
}
