import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { fileResponse } from "@/lib/core/file-response";
import { isId } from "@/lib/core/ids";
import { isPrint } from "@/lib/lists/rules/prints";
import { peopleFile } from "@/lib/pdf/people-file";

/**
 * A cohort's people on paper: `/api/prints/badges?cohort=<id>`, `/api/prints/sign-in?cohort=<id>&session=<id>`. Opened in the browser, to
 * be printed from there. Whoever may not see the cohort finds nothing.
 */
export const GET = signedInRoute<{ print: string }>(async ({ actor, params: { print }, url, now }) => {
  const cohortId = url.searchParams.get("cohort") ?? "";
  const sessionId = url.searchParams.get("session") ?? "";
  if (!isPrint(print) || !isId(cohortId) || (sessionId !== "" && !isId(sessionId))) return null;
  const acting = actingWith(actor, "list.print");
  if (!acting) return null;
  const bytes = await peopleFile(acting, { print, cohortId, sessionId, locale: await getLocale() }, now);
  return bytes && fileResponse(bytes, { type: "application/pdf", name: `${print}.pdf`, inline: true });
});
