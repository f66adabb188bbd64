import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { EnrolmentState } from "@/lib/db/generated/enums";

const tones: Record<EnrolmentState, Tone> = {
  reserved: "info",
  active: "success",
  paused: "warning",
  completed: "success",
  not_completed: "danger",
  withdrawn: "neutral",
  substituted: "neutral",
  transferred: "neutral",
};

/** The state of an enrolment in a word. */
export function EnrolmentStateTag({ state }: { state: EnrolmentState }) {
  const t = useTranslations("enrolments");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
