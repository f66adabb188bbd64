import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { ProgrammeVersionState } from "@/lib/db/generated/enums";

const tones: Record<ProgrammeVersionState, Tone> = {
  draft: "warning",
  published: "success",
  retired: "neutral",
};

/** The state of a programme version. */
export function VersionStateTag({ state }: { state: ProgrammeVersionState }) {
  const t = useTranslations("programmes");
  return (
    <StatusTag
      tone={tones[state]}
      icon={state === "draft" ? "edit" : state === "retired" ? "archive" : "check"}
    >
      {t(`versionState.${state}`)}
    </StatusTag>
  );
}
