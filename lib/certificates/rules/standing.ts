import type { CertificateState } from "../../db/generated/enums.ts";

/** What a certificate can be worth. */
export const certificateStandings = ["valid", "suspended", "revoked", "expired", "superseded"] as const;

/** What a certificate is worth today. */
export type CertificateStanding = (typeof certificateStandings)[number];

/**
 * The standing of a certificate at `now`. Withdrawal and replacement outlive expiry: who checks an expired certificate has
 * to learn that it was revoked. `validUntil` is its last moment; null means without end.
 */
export function standingOf(
  certificate: { readonly state: CertificateState; readonly validUntil: Date | null },
  now: Date,
): CertificateStanding {
  if (certificate.state === "revoked" || certificate.state === "superseded") return certificate.state;
  if (certificate.validUntil !== null && certificate.validUntil < now) return "expired";
  return certificate.state === "suspended" ? "suspended" : "valid";
}
