import "server-only";
import { type Acting, type Actor, actingWith } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { freezeDocument } from "@/lib/certificates/commands/freeze-document";
import { typesetNotice } from "@/lib/certificates/commands/typeset-certificate";
import {
  type DownloadableCertificate,
  getDownloadableCertificate,
} from "@/lib/certificates/queries/get-downloadable-certificate";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";

/** A file to hand out. */
export type PdfFile = { readonly name: string; readonly bytes: Uint8Array };

async function findFor(actor: Actor, publicId: string, now: Date): Promise<DownloadableCertificate | null> {
  const ways = [actingWith(actor, "certificate.hold"), actingWith(actor, "certification.view")];
  for (const acting of ways.filter((each): each is Acting => each !== null)) {
    const found = await getDownloadableCertificate(acting, publicId, now);
    if (found) return found;
  }
  return null;
}

/**
 * The file that `actor` gets for a certificate: to its holder and to certifiers of its body, null to everybody else. A
 * certificate that was withdrawn is not handed out any more: in its place comes a notice that says so, since when and why.
 */
export async function certificateFile(
  actor: Actor,
  publicId: string,
  locale: Locale | null,
  now: Date,
): Promise<PdfFile | null> {
  const found = await findFor(actor, publicId, now);
  if (!found) return null;
  const publicUrl = process.env.PRAKSIS_URL ?? "";
  const language = locale ?? found.holderLocale;
  const { standing, payload, issuedAt } = found;
  if (standing === "valid" || standing === "expired") {
    const bytes = await asSystem(database(), now, (work) =>
      freezeDocument(work, found.id, language, publicUrl),
    );
    return { name: `${payload.serialNumber}-${language}.pdf`, bytes };
  }
  const bytes = await typesetNotice(
    { payload, locale: language, publicUrl, issuedAt },
    {
      standing,
      publicReason: standing === "revoked" ? (found.revocation?.publicReason ?? "") : "",
      since: standing === "revoked" ? (found.revocation?.confirmedAt ?? null) : null,
    },
    now,
  );
  return { name: `${payload.serialNumber}-${standing}-${language}.pdf`, bytes: new Uint8Array(bytes) };
}
