import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { PublicPhase } from "@/lib/cohorts/rules/phase";

const tones: Record<PublicPhase, Tone> = {
  open: "success",
  lastDays: "warning",
  full: "info",
  closed: "neutral",
  running: "neutral",
  completed: "neutral",
};

/** Whether one may apply, in a word. */
export function PhaseTag({ phase }: { phase: PublicPhase }) {
  const t = useTranslations("programmes");
  return <StatusTag tone={tones[phase]}>{t(`phase.${phase}`)}</StatusTag>;
}
