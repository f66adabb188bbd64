import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { ApplicationState } from "@/lib/db/generated/enums";

const tones: Record<ApplicationState, Tone> = {
  draft: "neutral",
  submitted: "info",
  manager_pending: "warning",
  manager_approved: "info",
  manager_declined: "danger",
  under_review: "info",
  admitted: "success",
  waitlisted: "warning",
  declined: "danger",
  withdrawn: "neutral",
};

/** The state of an application in a word. */
export function ApplicationStateTag({ state }: { state: ApplicationState }) {
  const t = useTranslations("applications");
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
