import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { type Evaluation, unmetRequirements } from "@/lib/certification/rules/requirements";
import { formatDate } from "@/lib/i18n/format";

/** What is missing, how long there is, and whether somebody is coming, in a few sentences. */
export function Forecast({ evaluation, dueOn }: { evaluation: Evaluation; dueOn: Date | null }) {
  const t = useTranslations("certification.forecast");
  const locale = useLocale();
  const { complete, criteria, daysLeft, visitBooked, windowClosed } = evaluation;
  if (complete) return <Callout tone="success">{t("complete")}</Callout>;
  const unseen = criteria.filter((each) => !each.met && !each.seen).length;
  const sentences = [
    t("missing", { count: unmetRequirements(evaluation).length }),
    unseen > 0 ? t("unseen", { count: unseen }) : "",
    daysLeft === null ? "" : windowClosed ? t("over") : t("daysLeft", { days: daysLeft }),
    windowClosed ? "" : visitBooked ? t("visit") : t("noVisit"),
  ];
  return (
    <Callout tone={windowClosed ? "danger" : "warning"} icon={windowClosed ? "alert" : "clock"}>
      <p>{sentences.filter(Boolean).join(" ")}</p>
      {dueOn ? (
        <p className="text-sm text-muted">{t("due", { date: formatDate(dueOn, locale, "UTC") })}</p>
      ) : null}
    </Callout>
  );
}
