import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleProgrammes } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type {
  Audience,
  FrameworkVersionState,
  Locale,
  ProgrammeVersionState,
} from "@/lib/db/generated/enums";
import { type Material, materialSelect } from "@/lib/materials/facts/material";

/** A programme version as its provider's staff see it. */
export type VersionDetail = {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeSlug: string;
  readonly number: number;
  readonly version: number;
  readonly state: ProgrammeVersionState;
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  readonly aims: readonly string[];
  readonly description: string;
  readonly attendanceMinimumPercent: number;
  readonly priceMinor: number | null;
  readonly currency: string;
  readonly priceCovers: string;
  readonly vatPercent: number;
  readonly cancelFreeDays: number;
  readonly cancelLatePercent: number;
  readonly cancelStartedPercent: number;
  readonly certifyingBodyId: string | null;
  readonly frameworkVersionId: string | null;
  readonly framework: {
    readonly state: FrameworkVersionState;
    readonly certifyingBodyId: string;
    readonly attendanceMinimumPercent: number;
  } | null;
  readonly materials: readonly Material[];
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly tracks: readonly { id: string; audience: Audience; name: string; description: string }[];
  /** The version that is published now, where this is another one: publishing this one retires it. */
  readonly publishedNow: { readonly id: string; readonly number: number; readonly cohorts: number } | null;
  /** Cohorts pinned to this version that are not over. */
  readonly liveCohorts: number;
};

const liveCohorts = {
  state: { in: ["draft" as const, "open" as const, "closed" as const, "running" as const] },
};

const versionSelect = {
  id: true,
  programmeId: true,
  number: true,
  version: true,
  state: true,
  language: true,
  title: true,
  summary: true,
  audience: true,
  aims: true,
  description: true,
  attendanceMinimumPercent: true,
  priceMinor: true,
  currency: true,
  priceCovers: true,
  vatPercent: true,
  cancelFreeDays: true,
  cancelLatePercent: true,
  cancelStartedPercent: true,
  certifyingBodyId: true,
  frameworkVersionId: true,
  publishedAt: true,
  retiredAt: true,
  frameworkVersion: {
    select: {
      state: true,
      attendanceMinimumPercent: true,
      framework: { select: { certifyingBodyId: true } },
    },
  },
  tracks: {
    select: { id: true, audience: true, name: true, description: true },
    orderBy: { position: "asc" as const },
  },
  materials: {
    select: materialSelect,
    orderBy: { position: "asc" as const },
  },
  _count: { select: { cohorts: { where: liveCohorts } } },
  programme: {
    select: {
      slug: true,
      versions: {
        where: { state: "published" as const },
        select: { id: true, number: true, _count: { select: { cohorts: { where: liveCohorts } } } },
      },
    },
  },
};

/** One version of a programme of the own provider; null where there is none for them. */
export async function getVersion(acting: Acting, versionId: string): Promise<VersionDetail | null> {
  const row = await database().programmeVersion.findFirst({
    where: { AND: [{ id: versionId }, { programme: visibleProgrammes(acting) }] },
    select: versionSelect,
  });
  if (!row) return null;
  const { programme, frameworkVersion, _count, ...version } = row;
  const published = programme.versions.find((other) => other.id !== row.id);
  return {
    ...version,
    priceCovers: version.priceCovers ?? "",
    programmeSlug: programme.slug,
    framework: frameworkVersion && {
      state: frameworkVersion.state,
      attendanceMinimumPercent: frameworkVersion.attendanceMinimumPercent,
      certifyingBodyId: frameworkVersion.framework.certifyingBodyId,
    },
    publishedNow: published
      ? { id: published.id, number: published.number, cohorts: published._count.cohorts }
      : null,
    liveCohorts: _count.cohorts,
  };
}
