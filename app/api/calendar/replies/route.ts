import { boundedBytes } from "@/lib/core/bounded-form";
import { settings } from "@/lib/core/env";
import { sha256 } from "@/lib/core/hash";
import { MOST_MAIL_BYTES, takeInboundMail } from "@/lib/mail/take-inbound";

const answer = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/** Compared by their hashes: it takes equally long wherever they differ. */
function isGateway(request: Request, key: string): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return sha256(given) === sha256(key);
}

/**
 * Where a mail gateway hands in what arrives at the sender's address: one raw message (message/rfc822) a request, with
 * `Authorization: Bearer <PRAKSIS_INBOUND_MAIL_KEY>`. Answers 204 whatever the mail was, so that a gateway never bounces or repeats
 * one; without a key set there is no such address. See docs/operations.md.
 */
export async function POST(request: Request): Promise<Response> {
  const key = settings().inboundMailKey;
  if (!key) return answer(404, "Not found");
  if (!isGateway(request, key)) return answer(401, "Unauthorized");
  const raw = await boundedBytes(request, MOST_MAIL_BYTES);
  if (raw === null) return answer(413, "Too large");
  const outcome = await takeInboundMail(raw, new Date());
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store", "X-Outcome": outcome } });
}
