import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCalibrations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CalibrationState } from "@/lib/db/generated/enums";

/** One round in a list. */
export type RoundItem = {
  readonly id: string;
  readonly title: string;
  readonly state: CalibrationState;
  readonly dueOn: string;
  readonly answers: number;
  /** The reader has rated the case, or wrote it. */
  readonly done: boolean;
};

/** The calibration rounds of the own body, the newest first. */
export async function listRounds(acting: Acting): Promise<RoundItem[]> {
  const rows = await database().calibrationRound.findMany({
    where: visibleCalibrations(acting),
    select: {
      id: true,
      title: true,
      state: true,
      dueOn: true,
      authorId: true,
      answers: { where: { assessorId: acting.personId ?? "" }, select: { roundId: true } },
      _count: { select: { answers: true } },
    },
    orderBy: { openedAt: "desc" },
    take: 100,
  });
  return rows.map(({ answers, _count, authorId, dueOn, ...round }) => ({
    ...round,
    dueOn: dueOn.toISOString().slice(0, 10),
    answers: _count.answers,
    done: answers.length > 0 || authorId === acting.personId,
  }));
}
