"use client";

import { usePathname, useServerInsertedHTML } from "next/navigation";
import { currentAnswer } from "@/lib/core/current-answer";

/** An address that no page has: app/not-found.tsx answers it, in full. */
const MISSING = "/missing";
const SAID = "the page is missing";

/**
 * Next answers a page that calls `notFound()` with the right status and an empty document, which its scripts then fill
 * (vercel/next.js#62228). Whoever has no scripts is led to a page that says it: what was to be inserted into the head is in that
 * document too, once.
 */
export function MissingWithoutScripts() {
  const here = usePathname();
  useServerInsertedHTML(() => {
    const answer = currentAnswer();
    if (answer?.status !== 404 || here === MISSING || answer.notes.has(SAID)) return null;
    answer.notes.add(SAID);
    return (
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${MISSING}`} />
      </noscript>
    );
  });
  return null;
}

/** The document says itself that the page is missing: nobody has to be led anywhere. */
export function MissingShown() {
  currentAnswer()?.notes.add(SAID);
  return null;
}
