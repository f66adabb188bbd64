import { useTranslations } from "next-intl";
import type { PublicCohort } from "@/lib/cohorts/facts/public-cohort";

type Seats = Pick<PublicCohort, "phase" | "seatsLeft" | "capacity" | "queue">;

/** Seats left, or how long the queue is; nothing once nobody can apply. */
export function SeatsText({ cohort }: { cohort: Seats }) {
  const t = useTranslations("programmes");
  if (cohort.phase === "open" || cohort.phase === "lastDays")
    return <>{t("seats.left", { left: cohort.seatsLeft, capacity: cohort.capacity })}</>;
  if (cohort.phase === "full") return <>{t("seats.queue", { queue: cohort.queue })}</>;
  return <>{t("seats.capacity", { capacity: cohort.capacity })}</>;
}
