import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { ObservationState, VisitState } from "@/lib/db/generated/enums";

const observationLooks: Record<ObservationState, { tone: Tone; icon?: IconName }> = {
  draft: { tone: "warning", icon: "edit" },
  submitted: { tone: "info", icon: "check" },
  returned: { tone: "warning", icon: "undo" },
  shared: { tone: "info", icon: "share" },
  responded: { tone: "info", icon: "check" },
  response_lapsed: { tone: "neutral", icon: "clock" },
  locked: { tone: "success", icon: "lock" },
};

/** Where an observation stands; `superseded` where an amendment has taken its place. */
export function ObservationStateTag({
  state,
  superseded,
}: {
  state: ObservationState;
  superseded?: boolean;
}) {
  const t = useTranslations("observations.state");
  if (superseded) return <StatusTag icon="archive">{t("superseded")}</StatusTag>;
  const { tone, icon } = observationLooks[state];
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(state)}
    </StatusTag>
  );
}

const visitLooks: Record<VisitState, { tone: Tone; icon?: IconName }> = {
  requested: { tone: "neutral", icon: "clock" },
  proposed: { tone: "neutral", icon: "clock" },
  booked: { tone: "info", icon: "calendar" },
  done: { tone: "success" },
  missed: { tone: "danger" },
  cancelled: { tone: "neutral", icon: "ban" },
};

/** Where a visit stands; `over` for a booked one whose time has passed: somebody has to say what became of it. */
export function VisitStateTag({ state, over }: { state: VisitState; over?: boolean }) {
  const t = useTranslations("observations.visitState");
  if (state === "booked" && over) return <StatusTag tone="warning">{t("waiting")}</StatusTag>;
  const { tone, icon } = visitLooks[state];
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(state)}
    </StatusTag>
  );
}
