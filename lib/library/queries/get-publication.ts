import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { type NameThenAndNow, nameThenAndNow } from "@/lib/organisations/rules/name-at";
import type { PublicationCard } from "./list-publications";

/** A publication in full. The publisher is named as it was called on the day, and as it is called now. */
export type PublicationDetail = Omit<PublicationCard, "publisher"> & {
  readonly body: string;
  readonly publisher: NameThenAndNow | null;
  /** What of a certification scheme it helps with, in the language asked for. */
  readonly criteria: readonly { code: string; name: string }[];
};

/** A publication that has appeared; null where there is none at this address. */
export async function getPublication(
  _acting: Acting,
  slug: string,
  locale: Locale,
  now: Date,
): Promise<PublicationDetail | null> {
  const row = await database().publication.findFirst({
    where: { slug, publishedOn: { lte: now } },
    select: {
      slug: true,
      kind: true,
      language: true,
      title: true,
      summary: true,
      body: true,
      publishedOn: true,
      organisation: {
        select: { names: namesSelect },
      },
      criteria: {
        select: { criterion: { select: { code: true, texts: { select: { locale: true, name: true } } } } },
        orderBy: { criterion: { position: "asc" } },
      },
    },
  });
  if (!row) return null;
  const { organisation, criteria, ...publication } = row;
  const publishedOn = row.publishedOn.toISOString().slice(0, 10);
  return {
    ...publication,
    publishedOn,
    publisher: nameThenAndNow(organisation.names, publishedOn, civilDay(now)),
    criteria: criteria.map(({ criterion }) => ({
      code: criterion.code,
      name: (criterion.texts.find((text) => text.locale === locale) ?? criterion.texts[0])?.name ?? "",
    })),
  };
}
