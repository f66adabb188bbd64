/** How much JavaScript a page makes a browser fetch, compressed, as a visitor with an empty cache pays for it. */
import { gzipSync } from "node:zlib";

/** The budget of issue 3, in bytes: public pages, and pages of a role's area. */
export const scriptBudget = { public: 180_000, area: 250_000 } as const;

const SCRIPT = /\/_next\/static\/chunks\/[\w./()[\]%~-]+?\.js/g;
/** For browsers without modules; the others do not fetch it. */
const FOR_OLD_BROWSERS = /<script[^>]*src="([^"?]+)[^"]*"[^>]*nomodule/gi;

/** The scripts that a page's HTML names: in its tags, and in the payload for the components that run in the browser. */
export function scriptsOf(html: string): string[] {
  const old = new Set([...html.matchAll(FOR_OLD_BROWSERS)].map(([, src]) => src));
  return [...new Set(html.match(SCRIPT) ?? [])].filter((src) => !old.has(src));
}

/** Whether a page comes from the development server, whose scripts nobody else is sent. */
export const isDevelopment = (html: string): boolean => /hmr-client|\/_next\/static\/development/.test(html);

/** Weighs pages of one site; a script that several pages share is fetched once. */
export function pageScales(fetchText: (path: string) => Promise<string>) {
  const known = new Map<string, number>();
  return async (html: string): Promise<number> => {
    let sum = 0;
    for (const src of scriptsOf(html)) {
      const bytes = known.get(src) ?? gzipSync(await fetchText(src), { level: 6 }).byteLength;
      known.set(src, bytes);
      sum += bytes;
    }
    return sum;
  };
}
