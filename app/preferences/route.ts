import { cookies } from "next/headers";
import { actFromRoute } from "@/lib/auth/act-from-route";
import { currentActor } from "@/lib/auth/actor";
import { rememberLocale } from "@/lib/auth/remember-locale";
import { boundedForm } from "@/lib/core/bounded-form";
import { safePath } from "@/lib/i18n/current-path";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { isTheme, themeCookie } from "@/lib/i18n/theme";
import { chooseLanguageAction } from "@/lib/people/actions";

const year = 365 * 24 * 60 * 60;

/** Another site's form must not change a visitor's settings: the browser says where a POST comes from, or it is refused. */
function fromHere(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/** Keeps the choice in the browser, and for whoever is signed in also in the account: mails and documents follow it. */
async function speak(locale: Locale): Promise<void> {
  await rememberLocale(locale);
  if ((await currentActor()).personId !== null) await actFromRoute(chooseLanguageAction, { locale });
}

/**
 * POST `locale` and/or `theme`, and `returnTo`: remembers the choice and goes back (303), or answers 204 to a
 * script (`Accept: application/json`), which then refreshes the page in place and loses nothing that was typed.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromHere(request)) return new Response(null, { status: 403 });
  const form = await boundedForm(request);
  if (!form) return new Response(null, { status: 400 });
  const jar = await cookies();
  const options = {
    path: "/",
    maxAge: year,
    sameSite: "lax",
    httpOnly: true,
    secure: (process.env.PRAKSIS_URL ?? "").startsWith("https:"),
  } as const;
  const locale = form.get("locale");
  const theme = form.get("theme");
  if (isLocale(locale)) await speak(locale);
  if (isTheme(theme)) jar.set(themeCookie, theme, options);
  if (request.headers.get("accept") === "application/json") return new Response(null, { status: 204 });
  return new Response(null, { status: 303, headers: { Location: safePath(form.get("returnTo")) } });
}
