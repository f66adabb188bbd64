import { cookies, headers } from "next/headers";
import { currentActor } from "@/lib/auth/actor";
import { completeOidc } from "@/lib/auth/sign-in/commands/complete-oidc";
import { atTheDoor } from "@/lib/auth/sign-in/entrance";
import { landingOf } from "@/lib/auth/sign-in/landing";
import { intentCookieName, type RememberedIntent, unsealIntent } from "@/lib/auth/sign-in/oidc/intent";
import { finishOidc, type IdClaims } from "@/lib/auth/sign-in/oidc/protocol";
import { deviceName } from "@/lib/auth/sign-in/rules/device";
import { giveSession, seeOther, signInPage } from "@/lib/auth/sign-in/see-other";
import { endedCookie, sessionCookieName } from "@/lib/auth/sign-in/session-cookie";
import { RefusalError } from "@/lib/core/decision";
import { settings } from "@/lib/core/env";
import { localeCookie, localeOfRequest } from "@/lib/i18n/locales";

/** Where the identity provider sends the browser back to. State, nonce and PKCE bind the answer to the browser that began. */
export async function GET(request: Request): Promise<Response> {
  const { oidc, secret, publicUrl } = settings();
  if (!oidc) return new Response(null, { status: 404 });
  const jar = await cookies();
  const intent = unsealIntent(jar.get(intentCookieName())?.value, secret, new Date());
  jar.delete(endedCookie(intentCookieName()));
  if (!intent) return seeOther(signInPage("signIn.providerFailed", ""));
  const { claims, cookies: setCookies } = await finishOidc({ secret, publicUrl }, oidc, {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    query: Object.fromEntries(new URL(request.url).searchParams),
  });
  const back = (code: string) =>
    seeOther(
      intent.kind === "link" ? `/my/account?problem=${code}` : signInPage(code, intent.callbackPath),
      setCookies,
    );
  if (!claims) return back("signIn.providerFailed");
  try {
    return seeOther(await signInWith(claims, intent, oidc.trustsEmail), setCookies);
  } catch (error) {
    if (error instanceof RefusalError) return back(error.refusal.code);
    throw error;
  }
}

/** Signs in, or connects the account, and gives the path to go on to. Throws `RefusalError` where the rule says no. */
async function signInWith(claims: IdClaims, intent: RememberedIntent, trustsEmail: boolean): Promise<string> {
  const jar = await cookies();
  const head = await headers();
  const current = await currentActor();
  const signedIn = await atTheDoor(async (work) =>
    completeOidc(work, {
      claims,
      intent,
      trustsEmail,
      currentPersonId: current.personId,
      device: deviceName(head.get("user-agent")),
      replacing: jar.get(sessionCookieName())?.value ?? null,
      locale: localeOfRequest(jar.get(localeCookie)?.value, head.get("accept-language")),
    }),
  );
  if (!signedIn) return "/my/account?connected=1";
  await giveSession(signedIn);
  return landingOf(signedIn, intent.callbackPath);
}
