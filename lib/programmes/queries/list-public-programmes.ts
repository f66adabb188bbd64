import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { Audience, Locale } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";

const names = {
  select: { names: namesSelect },
};

/** A programme in the list of everything that is offered. */
export type ProgrammeCard = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: Locale;
  readonly provider: string;
  readonly audiences: readonly Audience[];
};

/** Every programme with a published version, by title: also those whose cohorts are for partners only. */
export async function listPublicProgrammes(_acting: Acting, now: Date): Promise<ProgrammeCard[]> {
  const versions = await database().programmeVersion.findMany({
    where: { state: "published" },
    select: {
      title: true,
      summary: true,
      language: true,
      tracks: { select: { audience: true } },
      programme: { select: { slug: true, provider: names } },
    },
    orderBy: { title: "asc" },
    take: 100,
  });
  return versions.map(({ programme, tracks, ...version }) => ({
    ...version,
    slug: programme.slug,
    provider: presentName(programme.provider.names, now),
    audiences: [...new Set(tracks.map((track) => track.audience))],
  }));
}
