/** In place of a check: no such certificate, asked too often, or the check failed. Each with a way on. */
import { emptyState, linkButton } from "@/components/ui/page-parts.html";
import { html, type Markup } from "@/lib/core/html";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";

/** No certificate at this address: what that means, and what to try. */
export async function noCertificate(locale: Locale): Promise<Markup> {
  const t = await translatorFor(locale, "certificates");
  return html`<h1 class="mb-6 text-3xl">${t("missing.title")}</h1>${emptyState(
    "search",
    html`<p class="text-lg font-semibold">${t("missing.text")}</p>`,
    html`<div class="flex flex-wrap gap-3 pt-1">${linkButton("/verify", t("missing.search"))}</div>`,
  )}`;
}

/** For a network that asks too often: when to ask again. */
export async function slowDown(locale: Locale, minutes: number): Promise<Markup> {
  const t = await translatorFor(locale, "certificates");
  return emptyState(
    "clock",
    html`<h1 class="text-lg font-semibold">${t("slow.title")}</h1>`,
    html`<div class="max-w-prose text-muted">${t("slow.text", { minutes })}</div>`,
  );
}

/** The check failed: a sentence, the way to try again, and the number under which the log has the rest. */
export async function failedCheck(locale: Locale, path: string, reference: string): Promise<Markup> {
  const t = await translatorFor(locale, "shell");
  return html`<div class="mx-auto grid max-w-prose justify-items-start gap-4 py-8"><h1 class="text-3xl">${t("error.title")}</h1><p class="text-lg text-muted">${t("error.lead")}</p>${linkButton(path, t("error.retry"))}<p class="text-sm text-muted">${t("error.reference", { reference })}</p></div>`;
}
