import { hashOf } from "../../lib/core/hash.ts";
import { randomToken } from "../../lib/core/ids.ts";
import type { Db } from "../../lib/db/client.ts";
import type { CaseReview } from "../../lib/db/generated/client.ts";
import { makePersonInRole } from "./people.ts";
import { dayInDays, inDays } from "./unique.ts";

/** A second look at the first decision of a case, drawn by a certifier made for it; given to `reviewerId` where there is one. */
export async function makeReview(
  db: Db,
  options: { readonly caseId: string; readonly reviewerId?: string },
): Promise<CaseReview> {
  const decision = await db.caseDecision.findFirstOrThrow({
    where: { caseId: options.caseId },
    select: { id: true, case: { select: { certifyingBodyId: true } } },
    orderBy: { round: "asc" },
  });
  const { certifyingBodyId } = decision.case;
  const drawer = await makePersonInRole(db, "certifier", certifyingBodyId);
  const sample = await db.caseSample.create({
    data: {
      certifyingBodyId,
      fromDay: dayInDays(-30),
      toDay: dayInDays(-1),
      percent: 100,
      seed: randomToken(),
      population: 1,
      populationHash: hashOf([decision.id]),
      drawnById: drawer.id,
      drawnAt: inDays(0),
      reviews: { create: { decisionId: decision.id } },
    },
    select: { reviews: { select: { id: true } } },
  });
  const id = sample.reviews[0]?.id ?? "";
  const { reviewerId } = options;
  if (!reviewerId) return db.caseReview.findUniqueOrThrow({ where: { id } });
  return db.caseReview.update({
    where: { id },
    data: { state: "assigned", reviewerId, assignedById: drawer.id, assignedAt: inDays(0) },
  });
}
