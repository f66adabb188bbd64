import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import type { Transaction } from "@/lib/db/client";
import type { IssuingRunFacts, IssuingStopFacts } from "../rules/issuing";

/** The stop switch of a body; null where the acting person is no certifier of it. */
export async function loadIssuingStop(
  tx: Transaction,
  acting: Acting,
  certifyingBodyId: string,
): Promise<IssuingStopFacts | null> {
  if (!organisationsAs(acting, "certifier").includes(certifyingBodyId)) return null;
  const stop = await tx.issuingStop.findFirst({
    where: { certifyingBodyId, liftedAt: null },
    select: { id: true, stoppedById: true },
  });
  return { certifyingBodyId, ofBody: true, stop };
}

/** What a run for a cohort would begin with; null where the acting person's body does not certify on it. */
export async function loadIssuingRun(
  tx: Transaction,
  acting: Acting,
  cohortId: string,
): Promise<IssuingRunFacts | null> {
  const cases = await tx.certificationCase.findMany({
    where: { certifyingBodyId: { in: organisationsAs(acting, "certifier") }, enrolment: { cohortId } },
    select: {
      id: true,
      certifyingBodyId: true,
      state: true,
      round: true,
      decisions: { select: { round: true, outcome: true } },
    },
    orderBy: { createdAt: "asc" },
  });
  const [first] = cases;
  const facts = first && (await loadIssuingStop(tx, acting, first.certifyingBodyId));
  if (!facts) return null;
  const running = await tx.issuingRun.findFirst({
    where: { cohortId, finishedAt: null },
    select: { id: true },
  });
  return {
    ...facts,
    cohortId,
    running: running !== null,
    caseIds: cases
      .filter(({ state, round, decisions }) =>
        state === "decided"
          ? decisions.some((each) => each.round === round && each.outcome === "certified")
          : false,
      )
      .map(({ id }) => id),
  };
}
