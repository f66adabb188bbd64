import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Audience, Locale } from "@/lib/db/generated/enums";
import { offeredCohorts } from "../facts/public-cohort";

/** What there is to choose from in the catalogue's filters: cities by name, months in order of time, languages, audiences. */
export type CatalogueChoices = {
  readonly cities: readonly string[];
  readonly months: readonly string[];
  readonly languages: readonly Locale[];
  readonly audiences: readonly Audience[];
};

/** The choices that lead to at least one cohort. */
export async function listCatalogueChoices(_acting: Acting): Promise<CatalogueChoices> {
  const rows = await database().cohort.findMany({
    where: offeredCohorts,
    select: {
      city: true,
      startsOn: true,
      programmeVersion: { select: { language: true, tracks: { select: { audience: true } } } },
    },
  });
  const sorted = <T extends string>(values: T[]) =>
    [...new Set(values)].sort((a, b) => a.localeCompare(b, "da"));
  return {
    cities: sorted(rows.map((row) => row.city)),
    months: sorted(rows.map((row) => row.startsOn.toISOString().slice(0, 7))),
    languages: sorted(rows.map((row) => row.programmeVersion.language)),
    audiences: sorted(rows.flatMap((row) => row.programmeVersion.tracks.map((track) => track.audience))),
  };
}
