import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { signBadge } from "@/lib/badges/commands/sign-badge";
import { type Badge, getBadge } from "@/lib/badges/queries/get-badge";
import { database } from "@/lib/db/client";
import type { BadgeFormat } from "@/lib/db/generated/enums";

/** A credential with its signature. */
export type SignedBadge = Badge & { readonly content: string };

/**
 * The signed credential with this public id, signed now where nobody has asked for it in this format before; null where there is none.
 * A revoked or suspended one is given too, for ever: its status says what it is worth.
 */
export async function signedBadge(
  acting: Acting,
  publicId: string,
  format: BadgeFormat,
  now: Date,
): Promise<SignedBadge | null> {
  const badge = await getBadge(acting, publicId, format, now);
  if (!badge) return null;
  const content =
    badge.content ??
    (await asSystem(database(), now, (work) => signBadge(work, badge.certificateId, format)));
  return { ...badge, content };
}
