import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** What a new draft takes over from the version it is made of. */
export const versionContent = {
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
  tracks: { select: { position: true, audience: true, name: true, description: true } },
  materials: { select: { position: true, title: true, link: true, fileId: true, note: true } },
} as const satisfies Prisma.ProgrammeVersionSelect;

type Content = Prisma.ProgrammeVersionGetPayload<{ select: typeof versionContent }>;

/** The same as the columns and rows of a draft. */
export function asDraft({ tracks, materials, ...columns }: Content) {
  return { ...columns, tracks: { create: tracks }, materials: { create: materials } };
}
