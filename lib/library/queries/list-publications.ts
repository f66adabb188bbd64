import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale, PublicationKind } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";

/** Something to read or hear, as the list shows it. `publishedOn` is `YYYY-MM-DD`. */
export type PublicationCard = {
  readonly slug: string;
  readonly kind: PublicationKind;
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: string;
  readonly publisher: string;
};

/** What a visitor looks for; everything that is left out fits. */
export type LibraryFilter = {
  readonly kind?: PublicationKind;
  readonly language?: Locale;
  readonly words?: string;
};

export const LIBRARY_PAGE_SIZE = 24;

/** What is published until `now`, newest first, and how many fit in all. */
export async function listPublications(
  _acting: Acting,
  { kind, language, words }: LibraryFilter,
  page: number,
  now: Date,
): Promise<{ publications: PublicationCard[]; total: number }> {
  const contains = { contains: words ?? "", mode: "insensitive" } as const;
  const where: Prisma.PublicationWhereInput = {
    publishedOn: { lte: now },
    ...(kind ? { kind } : {}),
    ...(language ? { language } : {}),
    ...(words ? { OR: [{ title: contains }, { summary: contains }, { body: contains }] } : {}),
  };
  const [rows, total] = await Promise.all([
    database().publication.findMany({
      where,
      select: {
        slug: true,
        kind: true,
        language: true,
        title: true,
        summary: true,
        publishedOn: true,
        organisation: {
          select: { names: namesSelect },
        },
      },
      orderBy: [{ publishedOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * LIBRARY_PAGE_SIZE,
      take: LIBRARY_PAGE_SIZE,
    }),
    database().publication.count({ where }),
  ]);
  const publications = rows.map(({ organisation, publishedOn, ...row }) => ({
    ...row,
    publishedOn: publishedOn.toISOString().slice(0, 10),
    publisher: presentName(organisation.names, now),
  }));
  return { publications, total };
}
