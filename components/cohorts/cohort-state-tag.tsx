import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { CohortState } from "@/lib/db/generated/enums";

const looks: Record<CohortState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "edit" },
  open: { tone: "success", icon: "check" },
  closed: { tone: "info", icon: "lock" },
  running: { tone: "info", icon: "arrowRight" },
  completed: { tone: "neutral", icon: "check" },
  archived: { tone: "neutral", icon: "archive" },
  cancelled: { tone: "danger", icon: "ban" },
};

/** The state of a cohort. */
export function CohortStateTag({ state }: { state: CohortState }) {
  const t = useTranslations("cohorts");
  return <StatusTag {...looks[state]}>{t(`state.${state}`)}</StatusTag>;
}
