import { cookies } from "next/headers";
import { currentActor } from "@/lib/auth/actor";
import { isFromOurPage } from "@/lib/auth/sign-in/entrance";
import { intentCookieName, intentCookieOptions, sealIntent } from "@/lib/auth/sign-in/oidc/intent";
import { beginOidc } from "@/lib/auth/sign-in/oidc/protocol";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { seeOther, signInPage } from "@/lib/auth/sign-in/see-other";
import { boundedForm } from "@/lib/core/bounded-form";
import { settings } from "@/lib/core/env";

/** The button "Sign in with …" of /sign-in and "Connect" of /my/account: sends the browser to the identity provider. */
export async function POST(request: Request): Promise<Response> {
  const { oidc, secret, publicUrl } = settings();
  if (!oidc) return new Response(null, { status: 404 });
  if (!(await isFromOurPage())) return seeOther(signInPage("origin", ""));
  const form = (await boundedForm(request)) ?? new FormData();
  const path = callbackPath(form.get("callbackUrl"), publicUrl);
  const asked = form.get("intent");
  const actor = await currentActor();
  const kind = actor.personId && (asked === "link" || asked === "again") ? asked : "signIn";
  const begun = await beginOidc({ secret, publicUrl }, oidc, kind === "again");
  // Where next-auth could not reach the provider, it answers with our own sign-in page.
  if (!begun.location || new URL(begun.location, publicUrl).origin === new URL(publicUrl).origin)
    return seeOther(signInPage("signIn.providerFailed", path));
  const intent = { kind, personId: actor.personId, callbackPath: path, startedAt: new Date() } as const;
  (await cookies()).set(intentCookieName(), sealIntent(intent, secret), intentCookieOptions());
  return seeOther(begun.location, begun.cookies);
}
