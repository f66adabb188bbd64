import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { type CertificateFilter, wantedCertificates } from "../facts/wanted-certificates";
import { type CertificateStanding, standingOf } from "../rules/standing";

/** Certificates on one page of the register. */
export const REGISTER_PAGE = 50;

/** A row of the certifying body's register. */
export type RegisteredCertificate = {
  readonly id: string;
  readonly serialNumber: string;
  readonly holder: string;
  readonly programme: string;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
  readonly standing: CertificateStanding;
  /** A proposal to revoke waits for a second person. */
  readonly revocationProposed: boolean;
};

/** What the register is narrowed to; `page` counts from 1. */
export type RegisterFilter = CertificateFilter & { readonly page: number };

/** The register of the acting certifier's body: one page, the newest first, and how many there are in all. */
export async function listCertificates(
  acting: Acting,
  filter: RegisterFilter,
  now: Date,
): Promise<{ readonly rows: RegisteredCertificate[]; readonly total: number }> {
  const where = wantedCertificates(acting, filter, now);
  const [total, rows] = await Promise.all([
    database().certificate.count({ where }),
    database().certificate.findMany({
      where,
      select: {
        id: true,
        serialNumber: true,
        state: true,
        issuedAt: true,
        validUntil: true,
        holder: { select: { name: true } },
        case: {
          select: {
            enrolment: { select: { cohort: { select: { programmeVersion: { select: { title: true } } } } } },
          },
        },
        revocations: { where: { confirmedAt: null, withdrawnAt: null }, select: { id: true } },
      },
      orderBy: [{ issuedAt: "desc" }, { serialNumber: "desc" }],
      skip: (filter.page - 1) * REGISTER_PAGE,
      take: REGISTER_PAGE,
    }),
  ]);
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      serialNumber: row.serialNumber,
      holder: row.holder.name,
      programme: row.case.enrolment.cohort.programmeVersion.title,
      issuedAt: row.issuedAt,
      validUntil: row.validUntil,
      standing: standingOf(row, now),
      revocationProposed: row.revocations.length > 0,
    })),
  };
}
