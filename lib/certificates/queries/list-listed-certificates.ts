import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
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
  const where: Prisma.CertificateWhereInput = {
    AND: [
      { state: "issued", sharing: { is: { visibility: "public" } } },
      { OR: [{ validUntil: null }, { validUntil: { gte: now } }] },
      ...(filter.query
        ? [
            {
              payload: {
                path: ["holder", "name"],
                string_contains: filter.query,
                mode: "insensitive" as const,
              },
            },
          ]
        : []),
    ],
  };
  const [total, rows] = await Promise.all([
    database().certificate.count({ where }),
    database().certificate.findMany({
      where,
      orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
      skip: (filter.page - 1) * LISTED_PAGE,
      take: LISTED_PAGE,
      select: { publicId: true, payload: true, issuedAt: true, validUntil: true },
    }),
  ]);
  return {
    total,
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
