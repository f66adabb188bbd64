import type { Db } from "../../lib/db/client.ts";
import type { Audience, Locale, ProgrammeVersionState } from "../../lib/db/generated/enums.ts";
import { inDays, unique, walk } from "./unique.ts";

const PATHS: Record<ProgrammeVersionState, ProgrammeVersionState[]> = {
  draft: [],
  published: ["published"],
  retired: ["published", "retired"],
};

export type ProgrammeOptions = {
  readonly providerId: string;
  /** Left out: the programme does not certify. */
  readonly certification?: { certifyingBodyId: string; frameworkVersionId: string };
  readonly state?: ProgrammeVersionState;
  readonly tracks?: readonly Audience[];
  readonly language?: Locale;
  readonly title?: string;
  readonly slug?: string;
  readonly attendanceMinimumPercent?: number;
};

export type MadeProgramme = {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly tracks: readonly { id: string; audience: Audience }[];
};

/** A programme with one version and its tracks, moved to `state` (published). */
export async function makeProgramme(db: Db, options: ProgrammeOptions): Promise<MadeProgramme> {
  const slug = options.slug ?? unique("programme");
  const programme = await db.programme.create({
    data: { slug, providerId: options.providerId },
    select: { id: true },
  });
  const version = await db.programmeVersion.create({
    data: {
      programmeId: programme.id,
      number: 1,
      language: options.language ?? "da",
      title: options.title ?? `Uddannelse ${slug}`,
      summary: "Kort om uddannelsen",
      audience: "Ledere",
      aims: ["Lede innovation"],
      description: "Et afsnit.\n\nEt til.",
      attendanceMinimumPercent: options.attendanceMinimumPercent ?? 80,
      priceMinor: 2_450_000,
      certifyingBodyId: options.certification?.certifyingBodyId ?? null,
      frameworkVersionId: options.certification?.frameworkVersionId ?? null,
      tracks: {
        create: (options.tracks ?? ["managers", "consultants"]).map((audience, index) => ({
          position: index + 1,
          audience,
          name: `Spor ${audience}`,
        })),
      },
    },
    select: { id: true, tracks: { select: { id: true, audience: true }, orderBy: { position: "asc" } } },
  });
  await walk(PATHS[options.state ?? "published"], (state) =>
    db.programmeVersion.update({
      where: { id: version.id },
      data: state === "published" ? { state, publishedAt: inDays(-200) } : { state, retiredAt: inDays(-1) },
    }),
  );
  return { id: programme.id, slug, versionId: version.id, tracks: version.tracks };
}
