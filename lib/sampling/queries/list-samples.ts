import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleReviews, visibleSamples } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** Samples on one page. */
export const SAMPLES_PAGE = 50;

/** A sample in the list, with how far its second looks are. */
export type SampleItem = {
  readonly id: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly percent: number;
  readonly population: number;
  readonly drawnAt: Date;
  readonly drawnBy: string;
  readonly drawn: number;
  readonly agreed: number;
  readonly disagreed: number;
};

const dayText = (day: Date) => day.toISOString().slice(0, 10);

/** A page of the body's samples, the newest first, and how many second looks wait for the reader. Statements do not grow with the rows. */
export async function listSamples(
  acting: Acting,
  page: number,
): Promise<{ readonly rows: SampleItem[]; readonly total: number; readonly waiting: number }> {
  const where = visibleSamples(acting);
  const total = await database().caseSample.count({ where });
  const samples = await database().caseSample.findMany({
    where,
    select: {
      id: true,
      fromDay: true,
      toDay: true,
      percent: true,
      population: true,
      drawnAt: true,
      drawnBy: { select: { name: true } },
    },
    orderBy: [{ drawnAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * SAMPLES_PAGE,
    take: SAMPLES_PAGE,
  });
  const groups = await database().caseReview.groupBy({
    by: ["sampleId", "agrees"],
    where: { sampleId: { in: samples.map((each) => each.id) } },
    _count: { _all: true },
  });
  const waiting = await database().caseReview.count({
    where: { AND: [visibleReviews(acting), { state: "assigned", reviewerId: acting.personId ?? "" }] },
  });
  const rows = samples.map(({ drawnBy, fromDay, toDay, ...sample }) => {
    const own = groups.filter((each) => each.sampleId === sample.id);
    const count = (agrees: boolean) => own.find((each) => each.agrees === agrees)?._count._all ?? 0;
    return {
      ...sample,
      fromDay: dayText(fromDay),
      toDay: dayText(toDay),
      drawnBy: drawnBy.name,
      drawn: own.reduce((sum, each) => sum + each._count._all, 0),
      agreed: count(true),
      disagreed: count(false),
    };
  });
  return { rows, total, waiting };
}
