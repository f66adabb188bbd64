import type { Prisma } from "@/lib/db/generated/client";

/** Everything that a version says, in the order in which it is read. */
export const frameworkContentSelect = {
  minObservations: true,
  minAssessors: true,
  attendanceMinimumPercent: true,
  requiresConcludedProject: true,
  responseDays: true,
  certificateValidityMonths: true,
  texts: { select: { locale: true, title: true, scope: true } },
  criteria: {
    select: {
      id: true,
      code: true,
      stableKey: true,
      minOccasions: true,
      texts: { select: { locale: true, name: true, description: true, indicators: true, levels: true } },
    },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.FrameworkVersionSelect;
