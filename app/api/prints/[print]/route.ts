import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { isPrint } from "@/lib/lists/rules/prints";
import { peopleFile } from "@/lib/pdf/people-file";

const headers = { "Cache-Control": "private, no-store" };
const missing = () => new Response("Not found", { status: 404, headers });

/**
 * A cohort's people on paper: `/api/prints/badges?cohort=<id>`, `/api/prints/sign-in?cohort=<id>&session=<id>`. Opened in the browser, to
 * be printed from there. Whoever may not see the cohort finds nothing.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ print: string }> },
): Promise<Response> {
  const { print } = await params;
  const { pathname, search, searchParams } = new URL(request.url);
  const cohortId = searchParams.get("cohort") ?? "";
  const sessionId = searchParams.get("session") ?? "";
  if (!isPrint(print) || !isId(cohortId) || (sessionId !== "" && !isId(sessionId))) return missing();
  const actor = await currentActor();
  if (actor.personId === null) {
    const back = encodeURIComponent(pathname + search);
    return new Response(null, {
      status: 303,
      headers: { ...headers, Location: `/sign-in?callbackUrl=${back}` },
    });
  }
  const acting = actingWith(actor, "list.print");
  const file =
    acting &&
    (await peopleFile(acting, { print, cohortId, sessionId, locale: await getLocale() }, new Date()));
  if (!file) return missing();
  return new Response(new Uint8Array(file), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Length": String(file.byteLength),
      "Content-Disposition": `inline; filename="${print}.pdf"`,
    },
  });
}
