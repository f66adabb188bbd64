"use server";
import { personOf } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayManageOwnAccount, mayRequestLink } from "@/lib/auth/policy/people";
import { settings } from "@/lib/core/env";
import { endSessions } from "./commands/end-session";
import { requestSignInLink } from "./commands/request-link";
import { currentClientAddress } from "./current-client";
import { takeSignInLink } from "./rate-limit";
import { callbackPath } from "./rules/callback-path";
import { nothingInput, sessionInput, signInLinkRequest } from "./schema";

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

/** Ends one of one's own sessions, on a device left behind. */
export const endSessionAction = action({
  name: "signIn.endSession",
  permission: "account.manage",
  input: sessionInput,
  load: ({ tx, acting }, { sessionId }) =>
    tx.signInSession.findFirst({
      where: { id: sessionId, personId: personOf(acting) },
      select: { id: true, personId: true },
    }),
  policy: mayManageOwnAccount,
  run: async (work, session) => {
    await endSessions(work, session.personId, { id: session.id });
    return { message: "sign-in.account.sessionEnded" };
  },
});

/** "Sign out everywhere", here too. */
export const endAllSessionsAction = action({
  name: "signIn.endAllSessions",
  permission: "account.manage",
  input: nothingInput,
  load: async ({ acting }) => ({ personId: personOf(acting) }),
  policy: mayManageOwnAccount,
  run: async (work, { personId }) => {
    await endSessions(work, personId, {});
    return { message: "sign-in.account.allEnded", redirectTo: "/sign-in" };
  },
});
