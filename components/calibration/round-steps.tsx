import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { closeRoundAction, concludeRoundAction } from "@/lib/calibration/actions";
import type { RoundView } from "@/lib/calibration/queries/get-round";

/** What the certifying body does next with a round: close it, or note what was agreed. */
export function RoundSteps({ round }: { round: RoundView }) {
  const t = useTranslations("calibration");
  const fields = { roundId: round.id, version: round.version };
  if (round.state === "open") {
    const close = (
      <ActionButton
        action={closeRoundAction}
        fields={fields}
        tone="primary"
        confirm={{ title: t("closeTitle"), consequences: t("closeText"), confirmLabel: t("close") }}
      >
        {t("close")}
      </ActionButton>
    );
    return (
      <Callout title={t("answers", { count: round.answers })} actions={close}>
        {t("openText")}
      </Callout>
    );
  }
  if (round.state === "discussed") return null;
  return (
    <ActionForm
      action={concludeRoundAction}
      fields={{ roundId: round.id, version: round.version }}
      className="max-w-prose"
    >
      <TextAreaField
        name="conclusion"
        label={t("conclusion")}
        hint={t("conclusionHint")}
        rows={4}
        maxLength={4000}
      />
      <div>
        <SubmitButton>{t("conclude")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
