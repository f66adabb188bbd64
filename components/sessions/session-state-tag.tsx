import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { SessionState } from "@/lib/db/generated/enums";

const looks: Record<SessionState, { tone: Tone; icon: IconName }> = {
  planned: { tone: "neutral", icon: "dashed" },
  confirmed: { tone: "success", icon: "check" },
  held: { tone: "info", icon: "check" },
  cancelled: { tone: "danger", icon: "ban" },
};

/** The state of a session. */
export function SessionStateTag({ state }: { state: SessionState }) {
  const t = useTranslations("cohorts");
  return <StatusTag {...looks[state]}>{t(`sessionState.${state}`)}</StatusTag>;
}
