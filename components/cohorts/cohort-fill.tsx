import { useTranslations } from "next-intl";
import { FillBar } from "@/components/ui/fill-bar";
import type { CohortRow } from "@/lib/cohorts/queries/list-cohorts";

type Fill = Pick<CohortRow, "seatsTaken" | "capacity" | "queue">;

/** How full a cohort is, with its queue. */
export function CohortFill({ cohort }: { cohort: Fill }) {
  const t = useTranslations("cohorts");
  return (
    <FillBar
      label={t("fill.label")}
      parts={[{ label: t("fill.taken"), value: cohort.seatsTaken, tone: "accent" }]}
      total={cohort.capacity}
      className="min-w-36 content-start"
    >
      {t("fill.text", { taken: cohort.seatsTaken, capacity: cohort.capacity, queue: cohort.queue })}
    </FillBar>
  );
}
