import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";

const looks: Record<FrameworkVersionState, { readonly tone: Tone; readonly icon: IconName }> = {
  draft: { tone: "warning", icon: "edit" },
  approved: { tone: "info", icon: "check" },
  in_use: { tone: "success", icon: "check" },
  retired: { tone: "neutral", icon: "archive" },
};

/** Where a version of a framework stands. */
export function FrameworkStateTag({ state }: { state: FrameworkVersionState }) {
  const t = useTranslations("frameworks.state");
  return <StatusTag {...looks[state]}>{t(state)}</StatusTag>;
}
