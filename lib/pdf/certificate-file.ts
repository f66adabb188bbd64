import "server-only";
import { asSystem } from "@/lib/auth/system";
import { freezeDocument, frozenDocument } from "@/lib/certificates/commands/freeze-document";
import { typesetNotice } from "@/lib/certificates/commands/typeset-certificate";
import type { DownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";

/** A file to hand out. */
export type PdfFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The file of a certificate that was found in its reader's scope, in `locale` or the holder's own language. A certificate
 * that was withdrawn is not handed out any more: in its place comes a notice that says so, since when and why.
 */
export async function certificateFile(
  certificate: DownloadableCertificate,
  locale: Locale | null,
  now: Date,
): Promise<PdfFile> {
  const publicUrl = process.env.PRAKSIS_URL ?? "";
  const language = locale ?? certificate.holderLocale;
  const { id, standing, payload, issuedAt, revocation } = certificate;
  if (standing === "valid" || standing === "expired") {
    const bytes =
      (await frozenDocument(database(), id, language)) ??
      (await asSystem(database(), now, (work) => freezeDocument(work, id, language, publicUrl)));
    return { name: `${payload.serialNumber}-${language}.pdf`, bytes };
  }
  const revoked = standing === "revoked";
  const bytes = await typesetNotice(
    { payload, locale: language, publicUrl, issuedAt },
    {
      standing,
      publicReason: revoked ? (revocation?.publicReason ?? "") : "",
      since: revoked ? (revocation?.confirmedAt ?? null) : null,
    },
    now,
  );
  return { name: `${payload.serialNumber}-${standing}-${language}.pdf`, bytes: new Uint8Array(bytes) };
}
