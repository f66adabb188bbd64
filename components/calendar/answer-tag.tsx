import { useTranslations } from "next-intl";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { InvitationAnswer } from "@/lib/db/generated/enums";

const tones: Record<InvitationAnswer, Tone> = {
  accepted: "success",
  tentative: "warning",
  declined: "danger",
};

/** What somebody answered, in a word; `outdated` where it was before time or place changed. */
export function AnswerTag({ answer, outdated = false }: { answer: InvitationAnswer; outdated?: boolean }) {
  const t = useTranslations("calendar");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <StatusTag tone={outdated ? "neutral" : tones[answer]}>{t(`answers.${answer}`)}</StatusTag>
      {outdated ? <span className="text-sm text-muted">{t("answers.outdated")}</span> : null}
    </span>
  );
}
