/**
 * Whether a request comes from a page of ours: it names an Origin, and that is the public address (PRAKSIS_URL). Next lets
 * requests without an Origin through to server actions; here they are refused, and so is `null`.
 */
export function isSameOrigin(
  headers: { get(name: string): string | null },
  publicUrl = process.env.PRAKSIS_URL,
): boolean {
  const origin = headers.get("origin");
  if (!origin || !publicUrl) return false;
  try {
    return new URL(origin).origin === new URL(publicUrl).origin;
  } catch {
    return false;
  }
}
