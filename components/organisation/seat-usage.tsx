import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FillBar } from "@/components/ui/fill-bar";
import { Card } from "@/components/ui/section";
import type { SeatUsage as Usage } from "@/lib/enrolments/queries/list-seat-usage";
import { formatDate, formatDateRange } from "@/lib/i18n/format";

/** The seats that our agreements give us, and how many are filled. */
export function SeatUsage({ usage }: { usage: Usage[] }) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  if (usage.length === 0) {
    return (
      <EmptyState icon="building" title={t("seats.empty")}>
        {t("seats.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-5 md:grid-cols-2">
      {usage.map((allocation) => {
        const { agreement, seats, used } = allocation;
        const left = Math.max(0, seats - used);
        return (
          <li key={allocation.id}>
            <Card className="grid h-full content-start gap-3">
              <h3 className="text-lg">
                {agreement.title}
                {allocation.trackName ? (
                  <span className="block text-base font-normal text-muted">{allocation.trackName}</span>
                ) : null}
              </h3>
              <p className="text-sm text-muted">
                {agreement.validTo
                  ? formatDateRange(agreement.validFrom, agreement.validTo, locale, "UTC")
                  : t("seats.from", { date: formatDate(agreement.validFrom, locale, "UTC") })}
              </p>
              <FillBar
                label={t("seats.label")}
                total={seats}
                parts={[{ label: t("seats.used"), value: used, tone: used > seats ? "warning" : "accent" }]}
              >
                {used > seats
                  ? t("seats.over", { used, seats, over: used - seats })
                  : t("seats.sentence", { used, seats, left })}
              </FillBar>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
