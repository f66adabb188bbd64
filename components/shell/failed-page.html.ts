import { html } from "@/lib/core/html";
import { failureWords } from "./failure-words";

/**
 * The document for whoever has no scripts and met a page that failed: it needs neither database, texts nor style sheets, since
 * any of them may be what failed. `from` is the path to try again. Its first language is a heading of its own.
 */
export function failedPage(from: string): string {
  const sections = failureWords.map(
    ({ lang, title, text, retry }, index) =>
      html`<section lang="${lang}">${
        index === 0
          ? html`<h1 style="font-size:1.75rem;margin-bottom:0">${title}</h1>`
          : html`<h2 style="font-size:1.25rem;margin-bottom:0">${title}</h2>`
      }<p>${text}</p><p><a href="${from}" style="color:LinkText">${retry}</a></p></section>`,
  );
  return html`<!doctype html><html lang="da" style="color-scheme:light dark"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${failureWords[0]?.title} · Praksis</title></head><body style="margin:0;font-family:system-ui,sans-serif;line-height:1.6"><main style="max-width:40rem;margin:0 auto;padding:4rem 1.5rem">${sections}<p><a href="/" style="color:LinkText">Praksis</a></p></main></body></html>`
    .text;
}
