import type { Locale } from "@/lib/i18n/locales";
import { type Checked, checkedCertificate } from "./check-page.html";

/** The check of a certificate within a page of React: the same HTML that a stranger is sent without it. */
export async function CheckedCertificate({ checked, locale }: { checked: Checked; locale: Locale }) {
  const { text } = await checkedCertificate(checked, locale);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by `html`, which escapes whatever is put into it (lib/core/html.ts)
  return <div dangerouslySetInnerHTML={{ __html: text }} />;
}
