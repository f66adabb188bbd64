import "server-only";
import { visibleCalibrations } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";

const roundSelect = {
  id: true,
  state: true,
  version: true,
  authorId: true,
  frameworkVersionId: true,
  frameworkVersion: { select: { criteria: { select: { id: true } } } },
  answers: { select: { assessorId: true } },
} as const satisfies Prisma.CalibrationRoundSelect;

/** A round as its commands need it. */
export type RoundFacts = Prisma.CalibrationRoundGetPayload<{ select: typeof roundSelect }>;

/** Locks a round of the own body; null where there is none for the acting person. */
export async function loadRound(work: Work, roundId: string): Promise<RoundFacts | null> {
  if (!(await lockRow(work.tx, "calibration_round", roundId))) return null;
  return work.tx.calibrationRound.findFirst({
    where: { AND: [{ id: roundId }, visibleCalibrations(work.acting)] },
    select: roundSelect,
  });
}
