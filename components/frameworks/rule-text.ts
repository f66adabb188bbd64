import { useLocale, useTranslations } from "next-intl";
import type { SchemeRule } from "@/lib/frameworks/rules/compare";
import type { SchemeRules } from "@/lib/frameworks/rules/content";
import { formatPercent } from "@/lib/i18n/format";

/** Gives what a version asks for by a rule, as words: "80 %", "14 days", "yes", "without end". */
export function useRuleText() {
  const t = useTranslations("frameworks");
  const locale = useLocale();
  return (rule: SchemeRule, value: SchemeRules[SchemeRule]): string => {
    if (value === null) return t("rule.noEnd");
    if (typeof value === "boolean") return t(value ? "rule.yes" : "rule.no");
    if (rule === "attendanceMinimumPercent") return formatPercent(value / 100, locale);
    if (rule === "responseDays") return t("rule.days", { count: value });
    return rule === "certificateValidityMonths" ? t("rule.months", { count: value }) : String(value);
  };
}
