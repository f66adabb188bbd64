import { type Actor, actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import {
  type DownloadableCertificate,
  getDownloadableCertificate,
} from "@/lib/certificates/queries/get-downloadable-certificate";
import { fileResponse } from "@/lib/core/file-response";
import { isLocale } from "@/lib/i18n/locales";
import { certificateFile } from "@/lib/pdf/certificate-file";

/** The certificate, if it is the actor's own or of a body that they certify for. */
async function find(actor: Actor, publicId: string, now: Date): Promise<DownloadableCertificate | null> {
  for (const permission of ["certificate.hold", "certification.view"] as const) {
    const acting = actingWith(actor, permission);
    const found = acting && (await getDownloadableCertificate(acting, publicId, now));
    if (found) return found;
  }
  return null;
}

/** A certificate's document, `?lang=da|sv|en`, for its holder and its certifying body. */
export const GET = signedInRoute<{ publicId: string }>(async ({ actor, params, url, now }) => {
  const found = await find(actor, params.publicId, now);
  if (!found) return null;
  const lang = url.searchParams.get("lang");
  const { name, bytes } = await certificateFile(found, isLocale(lang) ? lang : null, now);
  return fileResponse(bytes, { type: "application/pdf", name });
});
