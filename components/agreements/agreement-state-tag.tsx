import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { AgreementState } from "@/lib/db/generated/enums";

const tones: Record<AgreementState, Tone> = {
  negotiated: "warning",
  active: "success",
  completed: "neutral",
  cancelled: "danger",
};

/** The state of an agreement in a word. */
export function AgreementStateTag({ state }: { state: AgreementState }) {
  const t = useTranslations("agreements");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
