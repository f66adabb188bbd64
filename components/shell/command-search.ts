"use client";

import { useEffect, useState } from "react";

export type FoundItem = { id: string; label: string; hint?: string; href: string; group: string };

/** Only what has the promised shape, and only addresses of this site. */
function readItems(body: unknown): FoundItem[] {
  if (typeof body !== "object" || body === null || !("items" in body) || !Array.isArray(body.items))
    return [];
  return body.items.filter((item): item is FoundItem => {
    if (typeof item !== "object" || item === null) return false;
    const { id, label, href, group } = item as Record<string, unknown>;
    return (
      [id, label, href, group].every((value) => typeof value === "string") &&
      /^\/(?![/\\])/.test(String(href))
    );
  });
}

/** Asks `source` for what matches, 150 ms after the last letter and from the second letter on; a late answer to an old question is dropped. */
export function useFound(source: string | undefined, query: string): { found: FoundItem[]; failed: boolean } {
  const [answer, setAnswer] = useState<{ found: FoundItem[]; failed: boolean }>({ found: [], failed: false });
  useEffect(() => {
    const wanted = query.trim();
    if (!source || wanted.length < 2) {
      setAnswer({ found: [], failed: false });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${source}?q=${encodeURIComponent(wanted)}`, { signal: abort.signal });
        if (!response.ok) throw new Error(`status ${response.status}`);
        setAnswer({ found: readItems(await response.json()), failed: false });
      } catch {
        if (!abort.signal.aborted) setAnswer({ found: [], failed: true });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [source, query]);
  return answer;
}
