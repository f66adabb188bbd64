import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";
import { frameworkContentSelect } from "../facts/framework-content";
import { usedByOf, usedBySelect } from "../facts/used-by";
import type { UsedBy } from "../rules/approval";
import type { CriterionContent, FrameworkContent } from "../rules/content";

/** A version with every word of it, as those who write and approve it see it. */
export type FrameworkDetail = Omit<FrameworkContent, "criteria"> & {
  readonly id: string;
  readonly frameworkId: string;
  readonly number: number;
  readonly state: FrameworkVersionState;
  readonly version: number;
  readonly inUseFrom: Date | null;
  readonly criteria: readonly (CriterionContent & { readonly id: string })[];
  readonly approvals: readonly {
    readonly personId: string;
    readonly name: string;
    readonly approvedAt: Date;
  }[];
  /** All versions of the framework, the newest first. */
  readonly versions: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: FrameworkVersionState;
    readonly criteria: readonly CriterionContent[];
  }[];
  readonly usedBy: UsedBy;
};

/** One version of the own body's frameworks; null where there is none for the acting person. */
export async function getFramework(acting: Acting, id: string): Promise<FrameworkDetail | null> {
  const row = await database().frameworkVersion.findFirst({
    where: { id, framework: visibleFrameworks(acting) },
    select: {
      ...frameworkContentSelect,
      ...usedBySelect,
      id: true,
      frameworkId: true,
      number: true,
      state: true,
      version: true,
      inUseFrom: true,
      approvals: {
        select: { personId: true, approvedAt: true, person: { select: { name: true } } },
        orderBy: { approvedAt: "asc" },
      },
      framework: {
        select: {
          versions: {
            select: { id: true, number: true, state: true, criteria: frameworkContentSelect.criteria },
            orderBy: { number: "desc" },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { framework, approvals, programmeVersions, _count, ...version } = row;
  return {
    ...version,
    approvals: approvals.map(({ person, ...each }) => ({ ...each, name: person.name })),
    versions: framework.versions,
    usedBy: usedByOf({ programmeVersions, _count }),
  };
}
