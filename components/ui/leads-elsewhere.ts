/**
 * Whether an action answered by leading to another page. Next rejects its promise with what `redirect` throws, once the router is on
 * its way; the name in the digest is all that tells it from a failure.
 */
export function leadsElsewhere(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");
}
