import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { lockRow } from "@/lib/db/lock-row";
import { offerFreeSeats } from "./offer-free-seats";

type KeptClass = { readonly id: string; readonly version: number; readonly cohortId: string };

/**
 * Gives the seats of a class to everybody: whoever has one keeps it, the free ones are offered to the queue in its order. The caller holds
 * the cohort's lock. Throws the refusal `conflict` where the class was changed in between.
 */
export async function releaseSeats(work: Work, seatClass: KeptClass): Promise<void> {
  const { count } = await work.tx.seatClass.updateMany({
    where: { id: seatClass.id, version: seatClass.version, releasedAt: null },
    data: { releasedAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  const { count: seats } = await work.tx.keptSeat.deleteMany({ where: { seatClassId: seatClass.id } });
  await work.audit({
    stream: `cohort:${seatClass.cohortId}`,
    action: "seatClass.released",
    entity: "seatClass",
    entityId: seatClass.id,
    detail: { seats },
  });
  await offerFreeSeats(work, seatClass.cohortId);
}

/** Releases the cohort's classes whose day has come; returns how many. */
export async function releaseDueSeats(work: Work, cohortId: string): Promise<number> {
  await lockRow(work.tx, "cohort", cohortId);
  const due = await work.tx.seatClass.findMany({
    where: { cohortId, releasedAt: null, releasesAt: { lte: work.now } },
    orderBy: { releasesAt: "asc" },
    select: { id: true, version: true, cohortId: true },
  });
  for (const seatClass of due) await releaseSeats(work, seatClass);
  return due.length;
}

/** The cohorts that keep seats longer than they should. */
export async function findCohortsToRelease(work: Work): Promise<string[]> {
  const due = await work.tx.seatClass.findMany({
    where: { releasedAt: null, releasesAt: { lte: work.now } },
    distinct: ["cohortId"],
    select: { cohortId: true },
  });
  return due.map((seatClass) => seatClass.cohortId);
}
