import { sha256 } from "@/lib/core/hash";

/** How long others may keep an answer: `stable` never changes under its address, `fresh` may change at any time. */
export type Keeping = "stable" | "fresh" | "never";

const CACHE: Readonly<Record<Keeping, string>> = {
  stable: "public, max-age=3600",
  fresh: "public, max-age=2, must-revalidate",
  never: "no-store",
};

/**
 * Data for other people's programs, from any site: it is public, and read without cookies. Answers 304 where the client has the same
 * already (`etag`, made from the content where none is given).
 */
export function publicData(
  request: Request,
  content: string,
  type: string,
  {
    keeping,
    etag = `"${sha256(content).slice(0, 32)}"`,
  }: { readonly keeping: Keeping; readonly etag?: string },
): Response {
  const headers = {
    "Content-Type": type,
    "Cache-Control": CACHE[keeping],
    ETag: etag,
    Vary: "Accept",
    "Access-Control-Allow-Origin": "*",
  };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .map((each) => each.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(content, { headers });
}

/** Public data as JSON or JSON-LD, indented for people who look at it. */
export function publicJson(
  request: Request,
  value: unknown,
  keeping: Keeping,
  type = "application/json",
): Response {
  return publicData(request, `${JSON.stringify(value, null, 2)}\n`, type, { keeping });
}

/** The answer to whoever asks too often: in so many minutes again. */
export function tooMany(minutes: number): Response {
  return new Response("Too many requests\n", {
    status: 429,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(minutes * 60),
    },
  });
}

/** The answer where there is nothing of the kind, or nothing any more (`status` 410). */
export function noData(status: 404 | 410 = 404, sentence = "Not found"): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
