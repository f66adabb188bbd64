"use client";

import { usePathname, useServerInsertedHTML } from "next/navigation";
import { currentAnswer } from "@/lib/core/current-answer";

/** An address that no page has: app/not-found.tsx answers it, in full. */
const MISSING = "/missing";
/** Says in full that a page failed, and leads back to it (app/failed/route.ts). */
const FAILED = "/failed";
const SAID = "what became of the page is said";

/** Where it is said what became of a page; null where the page is there. */
function whereItIsSaid(status: number | undefined, here: string): string | null {
  if (status === 404) return here === MISSING ? null : MISSING;
  return status === 500 ? `${FAILED}?from=${encodeURIComponent(here)}` : null;
}

/**
 * Next answers a page that calls `notFound()`, or fails, with the right status and an empty document, which its scripts then fill
 * (vercel/next.js#62228). Whoever has no scripts is led to a page that says it: what was to be inserted into the head is in that
 * document too, once.
 */
export function AnsweredWithoutScripts() {
  const here = usePathname();
  useServerInsertedHTML(() => {
    const answer = currentAnswer();
    const led = whereItIsSaid(answer?.status, here);
    if (!answer || !led || answer.notes.has(SAID)) return null;
    answer.notes.add(SAID);
    return (
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${led}`} />
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
