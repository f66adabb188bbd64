import "server-only";
import { gzipSync } from "node:zlib";
import type { Acting } from "@/lib/auth/acting";
import { getStatusList, type StatusListNow } from "@/lib/badges/queries/get-status-list";
import { issuerDid, statusListUrl } from "@/lib/badges/rules/addresses";
import { bitstringOf, statusListCredentialOf } from "@/lib/badges/rules/status-list";
import { settings } from "@/lib/core/env";
import { sha256 } from "@/lib/core/hash";
import type { BadgeFormat } from "@/lib/db/generated/enums";
import { signDataIntegrity } from "./sign-data-integrity";
import { signVcJwt } from "./sign-vc-jwt";

/** A status list credential as it is handed out. `etag` changes with its bits, and when it is signed anew. */
export type SignedStatusList = { readonly content: string; readonly etag: string };

type Kept = SignedStatusList & {
  readonly bits: string;
  readonly readAt: number;
  readonly signedAt: number;
};

/** Within this time the database is not asked again: a revocation shows within 5 seconds on every instance (trust.md, promise 8). */
const READ_EVERY_MS = 2_000;
/** A list that has not changed is signed anew after this time, long before it ends to hold. */
const SIGN_EVERY_MS = 60 * 60_000;
const MOST_KEPT = 200;

const kept = new Map<string, Kept>();

async function sign(list: StatusListNow, format: BadgeFormat, now: Date): Promise<string> {
  const { publicUrl } = settings();
  const did = issuerDid(publicUrl, list.issuer);
  const credential = statusListCredentialOf({
    url: statusListUrl(publicUrl, list.id),
    issuerDid: did,
    purpose: list.purpose,
    encodedList: `u${gzipSync(bitstringOf(list.set)).toString("base64url")}`,
    at: now,
  });
  const signed =
    format === "vc_jwt"
      ? await signVcJwt(credential, publicUrl)
      : await signDataIntegrity(credential, did, now);
  return signed.content;
}

async function renewed(
  before: Kept | undefined,
  list: StatusListNow,
  format: BadgeFormat,
  now: Date,
): Promise<Kept> {
  const at = now.getTime();
  const bits = list.set.join(",");
  if (before?.bits === bits && at - before.signedAt < SIGN_EVERY_MS) return { ...before, readAt: at };
  const content = await sign(list, format, now);
  return { content, etag: `"${sha256(content).slice(0, 32)}"`, bits, readAt: at, signedAt: at };
}

/** The status list with this id as the certificates' states make it, signed; null where there is none. At most two seconds old. */
export async function signedStatusList(
  acting: Acting,
  id: string,
  format: BadgeFormat,
  now: Date,
): Promise<SignedStatusList | null> {
  const key = `${format} ${id.toLowerCase()}`;
  const before = kept.get(key);
  if (before && Math.abs(now.getTime() - before.readAt) < READ_EVERY_MS) return before;
  const list = await getStatusList(acting, id);
  if (!list) return null;
  const current = await renewed(before, list, format, now);
  kept.delete(key);
  kept.set(key, current);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return current;
}
