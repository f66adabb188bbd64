import type { Audience } from "@/lib/db/generated/enums";

/** What of a version is compared, in the order in which it is shown. Everything is text as it is read. */
const comparedFields = [
  "title",
  "summary",
  "audience",
  "aims",
  "description",
  "language",
  "attendance",
  "price",
  "priceCovers",
  "certification",
] as const;
type ComparedField = (typeof comparedFields)[number];

/** A version as it is compared. */
export type ComparedVersion = {
  readonly fields: Readonly<Record<ComparedField, string>>;
  readonly tracks: readonly {
    readonly audience: Audience;
    readonly name: string;
    readonly description: string;
  }[];
  /** `source` is where it leads, or what its file holds. */
  readonly materials: readonly { readonly title: string; readonly source: string }[];
};

/** What became of something that a version lists. */
export type ListChange = { readonly kind: "added" | "removed" | "changed"; readonly name: string };

/** What is different between two versions. */
export type VersionDifference = {
  readonly fields: readonly {
    readonly field: ComparedField;
    readonly before: string;
    readonly after: string;
  }[];
  readonly tracks: readonly ListChange[];
  readonly materials: readonly ListChange[];
};

function listChanges<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
  isSame: (a: T, b: T) => boolean,
): ListChange[] {
  const gone = before.filter((item) => !after.some((other) => nameOf(other) === nameOf(item)));
  return [
    ...after.flatMap((item): ListChange[] => {
      const earlier = before.find((other) => nameOf(other) === nameOf(item));
      if (!earlier) return [{ kind: "added", name: nameOf(item) }];
      return isSame(earlier, item) ? [] : [{ kind: "changed", name: nameOf(item) }];
    }),
    ...gone.map((item): ListChange => ({ kind: "removed", name: nameOf(item) })),
  ];
}

/** What is different between two versions of a programme; tracks and materials are known by their names. */
export function compareVersions(before: ComparedVersion, after: ComparedVersion): VersionDifference {
  return {
    fields: comparedFields
      .filter((field) => before.fields[field] !== after.fields[field])
      .map((field) => ({ field, before: before.fields[field], after: after.fields[field] })),
    tracks: listChanges(
      before.tracks,
      after.tracks,
      ({ name }) => name,
      (a, b) => a.audience === b.audience && a.description === b.description,
    ),
    materials: listChanges(
      before.materials,
      after.materials,
      ({ title }) => title,
      (a, b) => a.source === b.source,
    ),
  };
}

/**
 * By how many per cent a programme asks for less attendance than the scheme it certifies by; 0 where it does not. Then somebody
 * can complete the programme and still miss what the certificate requires (the scheme's own minimum counts there).
 */
export function attendanceGap(programmePercent: number, schemePercent: number | null): number {
  return schemePercent === null ? 0 : Math.max(0, schemePercent - programmePercent);
}
