import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { certificatePayloadSchema } from "../rules/payload";

/** Certificates on one page of the public register. */
export const LISTED_PAGE = 50;

/** A certificate whose holder wants it to be found. */
export type ListedCertificate = {
  readonly publicId: string;
  readonly holder: string;
  readonly programme: string;
  readonly certifyingBody: string;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
};

type Row = Pick<ListedCertificate, "publicId" | "issuedAt" | "validUntil"> & { readonly payload: unknown };

/**
 * Those with a piece of a name as printed; what means something to LIKE means itself. They are found first (MATERIALIZED): PostgreSQL
 * takes rare names for common ones, and would read through the whole register, the newest first, until it has a page of them.
 */
function named(query: string | undefined): Prisma.Sql {
  if (!query) return Prisma.empty;
  const pattern = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`AND c.id IN (
    WITH named AS MATERIALIZED (
      SELECT id FROM certificate WHERE state = 'issued' AND payload #>> '{holder,name}' ILIKE ${pattern}
    ) SELECT id FROM named)`;
}

/**
 * The public register: certificates that hold at `now` and whose holders agreed to be listed, the newest first; one page (counted from 1),
 * narrowed to a piece of the printed name. What is suspended, revoked, replaced or has run out is not listed: the check tells of it to
 * whoever holds its address.
 */
export async function listListedCertificates(
  _acting: Acting,
  filter: { readonly query?: string; readonly page: number },
  now: Date,
): Promise<{ readonly rows: ListedCertificate[]; readonly total: number }> {
  const listed = Prisma.sql`
    FROM certificate c
    JOIN certificate_sharing s ON s.certificate_id = c.id AND s.visibility = 'public'
    WHERE c.state = 'issued' AND (c.valid_until IS NULL OR c.valid_until >= ${now}) ${named(filter.query)}`;
  const [[counted], rows] = await Promise.all([
    database().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${listed}`,
    database().$queryRaw<Row[]>`
      SELECT c.public_id AS "publicId", c.payload, c.issued_at AS "issuedAt", c.valid_until AS "validUntil" ${listed}
      ORDER BY c.issued_at DESC, c.id DESC LIMIT ${LISTED_PAGE} OFFSET ${(filter.page - 1) * LISTED_PAGE}`,
  ]);
  return {
    total: counted?.total ?? 0,
    rows: rows.map(({ payload, ...row }) => {
      const printed = certificatePayloadSchema.parse(payload);
      return {
        ...row,
        holder: printed.holder.name,
        programme: printed.programme.title,
        certifyingBody: printed.certifyingBody.shortName,
      };
    }),
  };
}
