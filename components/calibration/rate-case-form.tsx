import { useTranslations } from "next-intl";
import { CriterionLevels } from "@/components/frameworks/criterion-levels";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { rateCaseAction } from "@/lib/calibration/actions";
import type { RoundView } from "@/lib/calibration/queries/get-round";

const ratings = ["not_seen", "not_reached", "partly", "reached"] as const;

/** Where an assessor rates a round's case: every criterion, once, without seeing what others gave. */
export function RateCaseForm({ round }: { round: RoundView }) {
  const t = useTranslations("calibration");
  const words = useTranslations("observations.rating");
  return (
    <ActionForm action={rateCaseAction} fields={{ roundId: round.id }}>
      <ol className="grid gap-5">
        {round.criteria.map((criterion, index) => (
          <li key={criterion.id}>
            <Card className="grid gap-4">
              <input type="hidden" name={`ratings.${index}.criterionId`} value={criterion.id} />
              <RadioGroup
                name={`ratings.${index}.rating`}
                label={`${criterion.code} ${criterion.name}`}
                hint={criterion.description}
                options={ratings.map((value) => ({ value, label: words(value) }))}
                inline
              />
              <CriterionLevels levels={criterion.levels} />
              <TextAreaField
                name={`ratings.${index}.reason`}
                label={t("reason")}
                rows={2}
                maxLength={2000}
                optional
              />
            </Card>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("rate")}</SubmitButton>
        <DraftKeeper storageKey={`calibration:${round.id}`} />
      </div>
      <p className="text-sm text-muted">{t("rateOnce")}</p>
    </ActionForm>
  );
}
