import { useTranslations } from "next-intl";
import { BarChart } from "@/components/ui/charts";
import type { CaseFunnel } from "@/lib/certification/queries/count-cases";

const steps = ["collecting", "ready", "recommended", "decided", "appealed", "certified"] as const;

/** How many cases stand at which step, from the first evidence to the certificate. */
export function Funnel({ funnel }: { funnel: CaseFunnel }) {
  const t = useTranslations("certify.funnel");
  const { certified, ...open } = funnel;
  const under = Object.values(open).reduce((sum, count) => sum + count, 0);
  return (
    <BarChart
      title={t("title")}
      summary={t("summary", { open: under, certified })}
      rowsName={t("step")}
      rows={steps.map((step) => ({ label: t(step), values: [{ name: t("cases"), value: funnel[step] }] }))}
    />
  );
}
