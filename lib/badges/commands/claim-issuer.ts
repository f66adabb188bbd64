import "server-only";
import type { Work } from "@/lib/auth/work";

/** A certifying body as an issuer. */
export type Issuer = { readonly organisationId: string; readonly ownsHost: boolean };

/**
 * The issuer that a certifying body is, settled at its first credential: the host's own DID for the first body of the installation, one
 * of its own below it for every other. Of two bodies that come first at once the database lets one have the host.
 */
export async function claimIssuer(work: Work, organisationId: string): Promise<Issuer> {
  const { tx, now } = work;
  const known = () =>
    tx.badgeIssuer.findUnique({
      where: { organisationId },
      select: { organisationId: true, ownsHost: true },
    });
  const issuer = await known();
  if (issuer) return issuer;
  await tx.$executeRaw`
    INSERT INTO badge_issuer (organisation_id, owns_host, created_at)
    SELECT ${organisationId}::uuid, NOT EXISTS (SELECT 1 FROM badge_issuer WHERE owns_host), ${now}::timestamptz
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO badge_issuer (organisation_id, owns_host, created_at)
    VALUES (${organisationId}::uuid, false, ${now}::timestamptz) ON CONFLICT DO NOTHING`;
  const claimed = await known();
  if (!claimed) throw new Error("an issuer was claimed and is not there");
  return claimed;
}
