import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Audience, Locale } from "@/lib/db/generated/enums";
import {
  offeredCohorts,
  type PublicCohort,
  publicCohortSelect,
  toPublicCohort,
} from "../facts/public-cohort";

/** What a visitor looks for; everything that is left out fits. `month` is `2027-03`. */
export type CatalogueFilter = {
  readonly audience?: Audience;
  readonly language?: Locale;
  readonly city?: string;
  readonly month?: string;
  /** A word of the title, the summary or the aims. */
  readonly words?: string;
};

export const CATALOGUE_PAGE_SIZE = 24;

function monthOf(month: string): Prisma.CohortWhereInput {
  const from = new Date(`${month}-01T00:00:00.000Z`);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return { startsOn: { gte: from, lt: to } };
}

function conditions(filter: CatalogueFilter): Prisma.CohortWhereInput {
  const { audience, language, city, month, words } = filter;
  const version: Prisma.ProgrammeVersionWhereInput[] = [];
  if (audience) version.push({ tracks: { some: { audience } } });
  if (language) version.push({ language });
  if (words) {
    const contains = { contains: words, mode: "insensitive" } as const;
    version.push({ OR: [{ title: contains }, { summary: contains }, { description: contains }] });
  }
  return {
    AND: [
      offeredCohorts,
      { programmeVersion: { AND: version } },
      ...(city ? [{ city }] : []),
      ...(month ? [monthOf(month)] : []),
    ],
  };
}

/** The cohorts a visitor may find, those open for applications first, then by their first day; and how many fit in all. */
export async function listPublicCohorts(
  _acting: Acting,
  filter: CatalogueFilter,
  page: number,
  now: Date,
  pageSize = CATALOGUE_PAGE_SIZE,
): Promise<{ cohorts: PublicCohort[]; total: number }> {
  const where = conditions(filter);
  const [rows, total] = await Promise.all([
    database().cohort.findMany({
      where,
      select: publicCohortSelect,
      // The states of the enum stand in the order of their life: open comes before closed and running.
      orderBy: [{ state: "asc" }, { startsOn: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    database().cohort.count({ where }),
  ]);
  return { cohorts: rows.map((row) => toPublicCohort(row, now)), total };
}
