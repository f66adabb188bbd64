import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { CaseOutcome } from "@/lib/db/generated/enums";

const looks: Record<CaseOutcome, { readonly tone: Tone; readonly icon: IconName }> = {
  certified: { tone: "success", icon: "award" },
  repeat_requested: { tone: "warning", icon: "refresh" },
  not_certified: { tone: "danger", icon: "close" },
};

/** What was recommended or decided. */
export function OutcomeTag({ outcome }: { outcome: CaseOutcome }) {
  const t = useTranslations("certification.outcome");
  return <StatusTag {...looks[outcome]}>{t(outcome)}</StatusTag>;
}
