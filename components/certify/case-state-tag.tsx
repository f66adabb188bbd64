import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { CaseState } from "@/lib/db/generated/enums";

const looks: Record<CaseState, { readonly tone: Tone; readonly icon: IconName }> = {
  collecting: { tone: "neutral", icon: "eye" },
  ready: { tone: "info", icon: "check" },
  recommended: { tone: "info", icon: "edit" },
  hearing: { tone: "warning", icon: "clock" },
  decided: { tone: "warning", icon: "lock" },
  released: { tone: "success", icon: "check" },
  appealed: { tone: "warning", icon: "alert" },
  upheld: { tone: "neutral", icon: "check" },
  changed: { tone: "info", icon: "refresh" },
  discontinued: { tone: "neutral", icon: "close" },
};

/** Where a case stands, for those who work on it. */
export function CaseStateTag({ state }: { state: CaseState }) {
  const t = useTranslations("certify.state");
  return <StatusTag {...looks[state]}>{t(state)}</StatusTag>;
}
