import "server-only";
import { headers } from "next/headers";

/**
 * A path of this site, or "/": what a form may send a visitor back to. Refuses other origins in every disguise
 * (`//host`, `/\host`, control characters) by resolving it as the browser would.
 */
export function safePath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 2000) return "/";
  const base = "http://praksis.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  // `/.//host` is a path here, and another site once it stands alone.
  if (url.origin !== base || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}

/** Path and query of the page being rendered, as proxy.ts noted it; "/" when it did not run. */
export async function currentPath(): Promise<string> {
  return safePath((await headers()).get("x-praksis-path"));
}
