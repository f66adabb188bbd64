/** Parts of pages that are sent without React, each looking as the component of its name does. */
import { html, type Markup, type Part } from "@/lib/core/html";
import { type ButtonTone, buttonClass } from "./button-style";
import { classNames } from "./class-names";
import type { IconName } from "./icon";
import { iconPaths } from "./icon-paths";
import { sectionClass } from "./section";
import { type Tone, toneFill, toneText } from "./status-tag";

/** An icon beside a word; decorative. */
export function icon(name: IconName, className?: string): Markup {
  const size = /\bsize-/.test(className ?? "") ? "" : "size-[1.25em]";
  return html`<svg viewBox="0 0 24 24" class="${classNames("inline-block shrink-0", size, className)}" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" focusable="false" aria-hidden="true"><path d="${iconPaths[name]}"></path></svg>`;
}

/** A part of a page under a heading, which names it; `id` is the heading's. */
export function section(id: string, title: string, ...content: readonly Part[]): Markup {
  return html`<section aria-labelledby="${id}" class="${sectionClass}"><div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-2"><h2 id="${id}" class="text-2xl">${title}</h2></div>${content}</section>`;
}

/** Something the reader should not miss, in the flow of the page. */
export function callout(tone: Tone, name: IconName, title: string, text: string): Markup {
  return html`<div class="${classNames("mt-6 flex gap-3.5 rounded-lg p-4 sm:p-5", toneFill[tone])}">${icon(name, classNames("mt-0.5 size-6", toneText[tone]))}<div class="grid min-w-0 gap-2"><p class="${classNames("font-semibold", toneText[tone])}">${title}</p><div>${text}</div></div></div>`;
}

/** In place of what is not there: what that means, and what to do next. */
export function emptyState(name: IconName, title: Part, ...content: readonly Part[]): Markup {
  return html`<div class="grid justify-items-start gap-3 rounded-lg bg-sunken p-6 sm:p-8"><span class="grid size-11 place-items-center rounded-full bg-surface text-muted">${icon(name, "size-5.5")}</span>${title}${content}</div>`;
}

/** A link with the weight of a button. */
export function linkButton(href: string, label: string, tone: ButtonTone = "primary"): Markup {
  return html`<a href="${href}" class="${buttonClass(tone)}">${label}</a>`;
}
