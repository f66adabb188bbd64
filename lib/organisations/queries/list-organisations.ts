import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleOrganisations } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** An organisation in a list, under its name of today. */
export type OrganisationRow = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly country: string;
  readonly registrationNumber: string | null;
  readonly name: string;
  readonly shortName: string;
  /** What it was called before, newest first. */
  readonly formerNames: readonly string[];
};

export type OrganisationFilter = {
  /** Part of any name it has or had, or its registration number. */
  readonly search?: string;
  readonly kind?: OrganisationKind;
};

const PAGE = 50;

/** Organisations, 50 a page, by their name of today; a former name finds one as well. */
export async function listOrganisations(
  acting: Acting,
  { search, kind }: OrganisationFilter,
  page: number,
  now: Date,
): Promise<{ readonly rows: readonly OrganisationRow[]; readonly total: number; readonly pageSize: number }> {
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const named = { some: { OR: [{ name: contains }, { shortName: contains }] } };
  const wanted: Prisma.OrganisationWhereInput = {
    mergedIntoId: null,
    ...(kind && { kind }),
    ...(search && {
      OR: [
        { names: named },
        // A record that was merged into it: its names find it too.
        { mergedFrom: { some: { names: named } } },
        { registrationNumber: { startsWith: search.replace(/\D/g, "") || "-" } },
      ],
    }),
  };
  // All of them, as in list-organisation-options.ts: which name is today's, and where it belongs in the alphabet, the database cannot tell.
  const found = await database().organisation.findMany({
    where: { AND: [visibleOrganisations(acting), wanted] },
    select: {
      id: true,
      kind: true,
      country: true,
      registrationNumber: true,
      names: {
        select: { name: true, shortName: true, validFrom: true, validTo: true },
        orderBy: { validFrom: "desc" },
      },
    },
  });
  const today = civilDay(now);
  const rows = found
    .map(({ names, ...organisation }) => {
      const current = nameAt(names, today);
      return {
        ...organisation,
        name: current?.name ?? "",
        shortName: current?.shortName ?? "",
        formerNames: names
          .filter((name) => current && name.validFrom < current.validFrom)
          .map((name) => name.name),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "da") || a.id.localeCompare(b.id));
  return { rows: rows.slice((page - 1) * PAGE, page * PAGE), total: rows.length, pageSize: PAGE };
}
