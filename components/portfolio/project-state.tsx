import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { PracticeProjectState } from "@/lib/db/generated/enums";

const looks: Record<PracticeProjectState, { tone: Tone; icon?: IconName }> = {
  proposed: { tone: "warning", icon: "clock" },
  agreed: { tone: "info", icon: "check" },
  active: { tone: "info", icon: "refresh" },
  concluded: { tone: "success" },
  abandoned: { tone: "neutral", icon: "ban" },
};

/** Where a practice project stands. */
export function ProjectStateTag({ state }: { state: PracticeProjectState }) {
  const t = useTranslations("observations.project.state");
  const { tone, icon } = looks[state];
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(state)}
    </StatusTag>
  );
}
