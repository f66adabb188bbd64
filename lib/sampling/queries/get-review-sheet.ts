import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleReviews } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { type After, portionsAfter } from "@/lib/lists/facts/portions";
import type { LongSheet, SheetColumn } from "@/lib/spreadsheet/sheet";

const reviewSelect = {
  id: true,
  decisionId: true,
  state: true,
  agrees: true,
  reasons: true,
  reviewedAt: true,
  reviewer: { select: { name: true } },
  decision: { select: { caseId: true, decidedAt: true, decider: { select: { name: true } } } },
  sample: { include: { drawnBy: { select: { name: true } } } },
} as const;
const day = (at: Date | null) => at && civilDay(at);

function columnsOf(t: Translate): readonly SheetColumn[] {
  const column = (name: string, kind: "text" | "day" | "number" = "text") => ({
    header: t(`sheet.${name}`),
    kind,
  });
  return [
    column("drawn", "day"),
    column("drawnBy"),
    column("from", "day"),
    column("to", "day"),
    column("percent", "number"),
    column("population", "number"),
    column("seed"),
    column("hash"),
    column("decision"),
    column("case"),
    column("decided", "day"),
    column("decider"),
    column("reviewer"),
    column("verdict"),
    column("reasons"),
    column("reviewed", "day"),
  ];
}

/** Second looks at decisions made since a moment (null: ever), each with the draw it came of, so that an auditor can repeat it. */
export async function getReviewSheet(acting: Acting, locale: Locale, since: Date | null): Promise<LongSheet> {
  const where = { AND: [visibleReviews(acting), since ? { decision: { decidedAt: { gte: since } } } : {}] };
  const read = (after: After) =>
    database().caseReview.findMany({
      where,
      select: reviewSelect,
      orderBy: [{ sample: { drawnAt: "desc" } }, { id: "asc" }],
      ...after,
    });
  const [count, t] = await Promise.all([
    database().caseReview.count({ where }),
    translatorFor(locale, "sampling"),
  ]);
  return {
    name: t("title"),
    columns: columnsOf(t),
    count,
    portions: () =>
      portionsAfter(read, ({ sample, decision, ...review }) => [
        day(sample.drawnAt),
        sample.drawnBy.name,
        sample.fromDay.toISOString().slice(0, 10),
        sample.toDay.toISOString().slice(0, 10),
        sample.percent,
        sample.population,
        sample.seed,
        sample.populationHash,
        review.decisionId,
        decision.caseId,
        day(decision.decidedAt),
        decision.decider.name,
        review.reviewer?.name ?? "",
        review.agrees === null ? "" : t(review.agrees ? "write.agrees" : "write.disagrees"),
        review.reasons,
        day(review.reviewedAt),
      ]),
  };
}
