import "server-only";
import type { Work } from "@/lib/auth/work";

/** Up to `most` certificates of which nothing is stored yet that could be signed: issued before there were badges. Their ids. */
export async function findUnreserved({ tx }: Work, most: number): Promise<string[]> {
  const rows = await tx.certificate.findMany({
    where: { badge: { is: null } },
    orderBy: { issuedAt: "asc" },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
