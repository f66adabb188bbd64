import type { Db } from "../../lib/db/client.ts";
import type { FrameworkVersionState } from "../../lib/db/generated/enums.ts";
import { makePersonInRole } from "./people.ts";
import { inDays, unique, walk } from "./unique.ts";

const CRITERIA = [
  "leading-processes",
  "creating-overview",
  "telling-and-prototyping",
  "employee-dialogue",
  "daring-culture",
  "seeing-needs",
  "implementing-and-spreading",
  "involving-users",
];
const LOCALES = ["da", "sv", "en"] as const;

const PATHS: Record<FrameworkVersionState, FrameworkVersionState[]> = {
  draft: [],
  approved: ["approved"],
  in_use: ["approved", "in_use"],
  retired: ["approved", "in_use", "retired"],
};

export type FrameworkOptions = {
  readonly certifyingBodyId: string;
  readonly state?: FrameworkVersionState;
  /** How many criteria, at most eight. */
  readonly criteria?: number;
  readonly minOccasions?: number;
  readonly minObservations?: number;
  readonly minAssessors?: number;
  readonly attendanceMinimumPercent?: number;
  readonly requiresConcludedProject?: boolean;
  readonly certificateValidityMonths?: number | null;
  readonly responseDays?: number;
  /** By how many persons made for it: two, of a draft nobody. */
  readonly approvals?: number;
};

export type MadeFramework = {
  readonly frameworkId: string;
  readonly versionId: string;
  readonly criteria: readonly { id: string; code: string; position: number }[];
};

/** A framework with one version, approved by persons made for it, moved to `state` (in use). */
export async function makeFramework(db: Db, options: FrameworkOptions): Promise<MadeFramework> {
  const stableKeys = CRITERIA.slice(0, options.criteria ?? CRITERIA.length);
  const { id: frameworkId } = await db.framework.create({
    data: { key: unique("framework"), certifyingBodyId: options.certifyingBodyId },
    select: { id: true },
  });
  const version = await db.frameworkVersion.create({
    data: {
      frameworkId,
      number: 1,
      minObservations: options.minObservations ?? 2,
      minAssessors: options.minAssessors ?? 2,
      attendanceMinimumPercent: options.attendanceMinimumPercent ?? 80,
      requiresConcludedProject: options.requiresConcludedProject ?? true,
      certificateValidityMonths: options.certificateValidityMonths ?? null,
      responseDays: options.responseDays ?? 14,
      texts: { create: LOCALES.map((locale) => ({ locale, title: `Ramme ${locale}`, scope: "Omfang" })) },
      criteria: {
        create: stableKeys.map((stableKey, index) => ({
          position: index + 1,
          code: `K${index + 1}`,
          stableKey,
          minOccasions: options.minOccasions ?? 1,
          texts: {
            create: LOCALES.map((locale) => ({
              locale,
              name: `${stableKey} ${locale}`,
              description: "Beskrivelse",
              indicators: ["Tegn"],
            })),
          },
        })),
      },
    },
    select: { id: true, criteria: { select: { id: true, code: true, position: true } } },
  });
  const approvals = options.approvals ?? (options.state === "draft" ? 0 : 2);
  for (let count = 0; count < approvals; count++) {
    const approver = await makePersonInRole(db, "certifier", options.certifyingBodyId);
    await db.frameworkApproval.create({
      data: { frameworkVersionId: version.id, personId: approver.id, approvedAt: inDays(-300) },
    });
  }
  await walk(PATHS[options.state ?? "in_use"], (state) =>
    db.frameworkVersion.update({
      where: { id: version.id },
      data: state === "in_use" ? { state, inUseFrom: inDays(-299) } : { state },
    }),
  );
  const criteria = [...version.criteria].sort((a, b) => a.position - b.position);
  return { frameworkId, versionId: version.id, criteria };
}

/** Authorises an assessor, by default since a year ago and for one more. Returns the authorisation's id. */
export async function makeAuthorisation(
  db: Db,
  options: {
    readonly personId: string;
    readonly frameworkVersionId: string;
    readonly validFrom?: Date;
    readonly validTo?: Date;
  },
): Promise<string> {
  const authorisation = await db.assessorAuthorisation.create({
    data: {
      personId: options.personId,
      frameworkVersionId: options.frameworkVersionId,
      validFrom: options.validFrom ?? inDays(-365),
      validTo: options.validTo ?? inDays(365),
      lastCalibratedAt: inDays(-90),
    },
    select: { id: true },
  });
  return authorisation.id;
}
