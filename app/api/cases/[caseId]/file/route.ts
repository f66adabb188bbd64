import { type Actor, actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { type CaseFile, getCaseFile } from "@/lib/certification/queries/get-case-file";
import { fileResponse } from "@/lib/core/file-response";
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

/** Access to one's own case as one file (forvaltningsloven § 9), `?lang=da|sv|en`. */
export const GET = signedInRoute<{ caseId: string }>(async ({ actor, params, url, now }) => {
  const lang = url.searchParams.get("lang");
  const locale = isLocale(lang) ? lang : defaultLocale;
  const found = isId(params.caseId) ? await find(actor, params.caseId, locale, now) : null;
  if (!found) return null;
  const { name, bytes } = await caseFilePdf(found, locale, now);
  return fileResponse(bytes, { type: "application/pdf", name });
});
