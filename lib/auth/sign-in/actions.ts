"use server";
import { action } from "@/lib/auth/action";
import { mayRequestLink } from "@/lib/auth/policy/people";
import { settings } from "@/lib/core/env";
import { requestSignInLink } from "./commands/request-link";
import { currentClientAddress } from "./current-client";
import { takeSignInLink } from "./rate-limit";
import { callbackPath } from "./rules/callback-path";
import { signInLinkRequest } from "./schema";

/** Asks for a sign-in link. The answer is the same for an address that is known and one that is not. */
export const requestSignInLinkAction = action({
  name: "signIn.requestLink",
  permission: "signIn.request",
  input: signInLinkRequest,
  load: async ({ tx }, { email }) => takeSignInLink(tx, email, await currentClientAddress(), settings().demo),
  policy: mayRequestLink,
  run: async (work, _taken, { email, callbackUrl, locale }) => {
    const { publicUrl, secret } = settings();
    const path = callbackPath(callbackUrl, publicUrl);
    await requestSignInLink(work, { email, callbackPath: path, locale }, secret);
    return { redirectTo: `/sign-in/sent${path ? `?callbackUrl=${encodeURIComponent(path)}` : ""}` };
  },
});
