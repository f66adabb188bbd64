import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A column that names an organisation. */
export type Reference = { readonly table: string; readonly column: string };

/** What a record says of itself, which stays with it. */
const OWN: readonly string[] = ["organisation_name.organisation_id", "organisation.merged_into_id"];

/** Columns by which an organisation trains, certifies or issues: what they stand in is printed or signed. */
export const BINDING: readonly string[] = [
  "programme.provider_id",
  "programme_version.certifying_body_id",
  "framework.certifying_body_id",
  "certification_case.certifying_body_id",
  "badge_issuer.organisation_id",
  "agreement.provider_id",
  "billing_profile.organisation_id",
  "invoice.seller_id",
];

/** Every column of the database that refers to an organisation, as its foreign keys say: a new one is known here by itself. */
export async function organisationReferences(db: Db | Transaction): Promise<Reference[]> {
  const found = await db.$queryRaw<Reference[]>`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'organisation'::regclass AND cardinality(c.conkey) = 1
    ORDER BY 1, 2`;
  return found.filter(({ table, column }) => !OWN.includes(`${table}.${column}`));
}

/** How many rows each of those columns has for an organisation, by `table.column`; those with none are left out. One statement. */
export async function countReferences(
  db: Db | Transaction,
  organisationId: string,
): Promise<Record<string, number>> {
  const references = await organisationReferences(db);
  const counts = Prisma.join(
    references.map(
      ({ table, column }) =>
        // Names out of the catalogue, not from anybody's input.
        Prisma.sql`SELECT ${`${table}.${column}`}::text AS name, count(*)::int AS rows FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(`"${column}"`)} = ${organisationId}::uuid`,
    ),
    " UNION ALL ",
  );
  const rows = await db.$queryRaw<{ name: string; rows: number }[]>(counts);
  return Object.fromEntries(rows.filter((each) => each.rows > 0).map((each) => [each.name, each.rows]));
}
