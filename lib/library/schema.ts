import { z } from "zod";
import { Locale, PublicationKind } from "@/lib/db/generated/enums";

const libraryQuery = z.object({
  q: z.string().trim().max(80).optional().catch(undefined),
  kind: z.enum(PublicationKind).optional().catch(undefined),
  language: z.enum(Locale).optional().catch(undefined),
});

/** What the address asks the library for; what makes no sense is left out. */
export function libraryFilter(params: Readonly<Record<string, unknown>>): {
  words?: string;
  kind?: PublicationKind;
  language?: Locale;
} {
  const { q, ...rest } = libraryQuery.parse(params);
  const filter = { ...rest, words: q };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
}
