import type { Acting } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import { normalSerial } from "../rules/serial";
import type { CertificateStanding } from "../rules/standing";

/** What a body's register is narrowed to. */
export type CertificateFilter = { readonly query?: string; readonly standing?: CertificateStanding };

function standingWhere(standing: CertificateStanding | undefined, now: Date): Prisma.CertificateWhereInput {
  const running = { OR: [{ validUntil: null }, { validUntil: { gte: now } }] };
  switch (standing) {
    case undefined:
      return {};
    case "valid":
      return { state: "issued", ...running };
    case "suspended":
      return { state: "suspended", ...running };
    case "expired":
      return { state: { in: ["issued", "suspended"] }, validUntil: { lt: now } };
    default:
      return { state: standing };
  }
}

function queryWhere(query: string | undefined): Prisma.CertificateWhereInput {
  if (!query) return {};
  const serial = normalSerial(query);
  if (serial) return { serialNumber: serial };
  return {
    OR: [
      { serialNumber: { contains: query, mode: "insensitive" } },
      { holder: { name: { contains: query, mode: "insensitive" } } },
    ],
  };
}

/** The certificates within reach that a filter means at `now`. */
export function wantedCertificates(
  acting: Acting,
  { query, standing }: CertificateFilter,
  now: Date,
): Prisma.CertificateWhereInput {
  return { AND: [visibleCertificates(acting), standingWhere(standing, now), queryWhere(query)] };
}
