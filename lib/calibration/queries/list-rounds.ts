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

const PAGE = 50;

/** A page of the own body's calibration rounds, the newest first. */
export async function listRounds(acting: Acting, page: number) {
  const where = visibleCalibrations(acting);
  const total = await database().calibrationRound.count({ where });
  const rounds = await database().calibrationRound.findMany({
    where,
    select: {
      id: true,
      title: true,
      state: true,
      dueOn: true,
      authorId: true,
      answers: { where: { assessorId: acting.personId ?? "" }, select: { roundId: true } },
      _count: { select: { answers: true } },
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE,
    take: PAGE,
  });
  const rows = rounds.map(
    ({ answers, _count, authorId, dueOn, ...round }): RoundItem => ({
      ...round,
      dueOn: dueOn.toISOString().slice(0, 10),
      answers: _count.answers,
      done: answers.length > 0 || authorId === acting.personId,
    }),
  );
  return { rows, total, pageSize: PAGE };
}
