import type { Prisma } from "@/lib/db/generated/client";
import type { UsedBy } from "../rules/approval";

/** What still rests on a version, as counts. */
export const usedBySelect = {
  programmeVersions: {
    select: {
      state: true,
      _count: { select: { cohorts: { where: { state: { in: ["draft", "open", "closed", "running"] } } } } },
    },
  },
  _count: {
    select: {
      cases: {
        where: { state: { in: ["collecting", "ready", "recommended", "hearing", "decided", "appealed"] } },
      },
    },
  },
} as const satisfies Prisma.FrameworkVersionSelect;

type Row = Prisma.FrameworkVersionGetPayload<{ select: typeof usedBySelect }>;

/** What still rests on a version. */
export function usedByOf({ programmeVersions, _count }: Row): UsedBy {
  return {
    programmes: programmeVersions.filter((each) => each.state === "published").length,
    cohorts: programmeVersions.reduce((sum, each) => sum + each._count.cohorts, 0),
    cases: _count.cases,
  };
}
