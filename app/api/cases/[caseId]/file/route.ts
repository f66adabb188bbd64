import { type Actor, actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { type CaseFile, getCaseFile } from "@/lib/certification/queries/get-case-file";
import { isId } from "@/lib/core/ids";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { caseFilePdf } from "@/lib/pdf/case-file";

/** The case, if the actor is its participant, represents them, or certifies for its body. */
async function find(actor: Actor, caseId: string, locale: Locale, now: Date): Promise<CaseFile | null> {
  for (const permission of ["my.view", "certification.view"] as const) {
    const acting = actingWith(actor, permission);
    const found = acting && (await getCaseFile(acting, caseId, locale, now));
    if (found) return found;
  }
  return null;
}

/**
 * Access to one's own case as one file (forvaltningsloven § 9), `?lang=da|sv|en`. To everybody else there is no such file; whoever is
 * not signed in is sent to sign in and comes back.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ caseId: string }> },
): Promise<Response> {
  const { caseId } = await params;
  const url = new URL(request.url);
  const actor = await currentActor();
  const headers = { "Cache-Control": "private, no-store" };
  if (actor.personId === null) {
    const back = encodeURIComponent(url.pathname + url.search);
    return new Response(null, {
      status: 303,
      headers: { ...headers, Location: `/sign-in?callbackUrl=${back}` },
    });
  }
  const now = new Date();
  const lang = url.searchParams.get("lang");
  const locale = isLocale(lang) ? lang : defaultLocale;
  const found = isId(caseId) ? await find(actor, caseId, locale, now) : null;
  if (!found) return new Response("Not found", { status: 404, headers });
  const { name, bytes } = await caseFilePdf(found, locale, now);
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      // Made of an id and a language: nothing in it needs quoting.
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
