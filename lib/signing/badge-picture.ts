import "server-only";
import { badgePicture } from "@/lib/badges/rules/picture";
import { type CertificatePayload, textIn } from "@/lib/certificates/rules/payload";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";

/** The picture of a certificate, as an SVG document in the programme's language. Drawn from what was frozen: always the same. */
export async function pictureOfCertificate(payload: CertificatePayload): Promise<string> {
  const { language } = payload.programme;
  const t = await translatorFor(language, "badges");
  return badgePicture({
    title: textIn(payload.scheme.text, language).title,
    body: payload.certifyingBody.shortName,
    year: payload.issuedOn.slice(0, 4),
    kind: t("picture.certificate"),
  });
}

/** The picture of an achievement, as an SVG document. */
export async function pictureOfAchievement(achievement: {
  readonly title: string;
  readonly creator: { readonly shortName: string };
  readonly language: Locale;
}): Promise<string> {
  const t = await translatorFor(achievement.language, "badges");
  return badgePicture({
    title: achievement.title,
    body: achievement.creator.shortName,
    year: null,
    kind: t("picture.certification"),
  });
}
