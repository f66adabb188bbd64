import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { Prisma } from "@/lib/db/generated/client";
import type { CalibrationState } from "@/lib/db/generated/enums";
import { decideClosing } from "../rules/round";
import { calibrationTransitions } from "../rules/transitions";
import type { RoundFacts } from "./load-round";

async function move(
  work: Work,
  round: RoundFacts,
  version: number,
  state: CalibrationState,
  change: Prisma.CalibrationRoundUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await work.tx.calibrationRound.updateMany({
    where: { id: round.id, version, state: round.state },
    data: { ...change, state, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `framework:${round.frameworkVersionId}`,
    action: `calibration.${state}`,
    entity: "calibrationRound",
    entityId: round.id,
    detail: { before: round.state, after: state },
  });
}

/** Closes a round: the ratings are shown to all who gave one, and everybody who took part is calibrated as of now. */
export async function closeRound(work: Work, round: RoundFacts, version: number): Promise<void> {
  insist(decideClosing({ state: round.state, answers: round.answers.length }));
  await move(work, round, version, "closed", { closedAt: work.now });
  await work.tx.assessorAuthorisation.updateMany({
    where: {
      frameworkVersionId: round.frameworkVersionId,
      personId: { in: round.answers.map((answer) => answer.assessorId) },
    },
    data: { lastCalibratedAt: work.now },
  });
}

/** Notes what the assessors agreed to look at in the same way from now on. */
export async function concludeRound(
  work: Work,
  round: RoundFacts,
  version: number,
  conclusion: string,
): Promise<void> {
  insist(decideTransition("calibration", calibrationTransitions, round.state, "discussed"));
  await move(work, round, version, "discussed", { conclusion, discussedAt: work.now });
}
