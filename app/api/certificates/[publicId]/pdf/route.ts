import { type Actor, actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import {
  type DownloadableCertificate,
  getDownloadableCertificate,
} from "@/lib/certificates/queries/get-downloadable-certificate";
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

/**
 * A certificate's document, `?lang=da|sv|en`, for its holder and its certifying body. To everybody else there is no such
 * file; whoever is not signed in is sent to sign in and comes back.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ publicId: string }> },
): Promise<Response> {
  const { publicId } = await params;
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
  const found = await find(actor, publicId, now);
  if (!found) return new Response("Not found", { status: 404, headers });
  const lang = url.searchParams.get("lang");
  const file = await certificateFile(found, isLocale(lang) ? lang : null, now);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Length": String(file.bytes.byteLength),
      // Made of a serial number, a state and a language: nothing in it needs quoting.
      "Content-Disposition": `attachment; filename="${file.name}"`,
    },
  });
}
