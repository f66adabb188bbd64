import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { civilDay, dateColumn, endOfDay, startOfDay } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { randomToken } from "@/lib/core/ids";
import { type DrawWish, decideDrawing, drawShare } from "../rules/sample";

/** Draws a share of a certifying body's decisions of a period for a second look, with a new seed; returns the sample's id. */
export async function drawSample(work: Work, certifyingBodyId: string, wish: DrawWish): Promise<string> {
  const decisions = await work.tx.caseDecision.findMany({
    where: {
      case: { certifyingBodyId },
      decidedAt: { gte: startOfDay(wish.fromDay, CIVIL_ZONE), lte: endOfDay(wish.toDay, CIVIL_ZONE) },
    },
    select: { id: true },
  });
  insist(decideDrawing(wish, decisions.length, civilDay(work.now)));
  const seed = randomToken();
  const population = decisions.map((each) => each.id);
  const { drawn, populationHash } = drawShare(population, wish.percent, seed);
  const { id } = await work.tx.caseSample.create({
    data: {
      certifyingBodyId,
      fromDay: dateColumn(wish.fromDay),
      toDay: dateColumn(wish.toDay),
      percent: wish.percent,
      seed,
      population: population.length,
      populationHash,
      drawnById: personOf(work.acting),
      drawnAt: work.now,
      reviews: { create: drawn.map((decisionId) => ({ decisionId })) },
    },
    select: { id: true },
  });
  await work.audit({
    stream: `sample:${id}`,
    action: "sample.drawn",
    entity: "caseSample",
    entityId: id,
    detail: { ...wish, seed, populationHash, drawn: drawn.length, population: population.length },
  });
  return id;
}
