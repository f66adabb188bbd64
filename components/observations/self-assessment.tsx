import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { ProseText } from "@/components/ui/prose-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import type { OwnView } from "@/lib/observations/queries/get-self-assessment";
import { assessOneselfAction } from "@/lib/observations/visit-actions";
import { RatingMark } from "./rating-mark";

const ratings = ["not_seen", "not_reached", "partly", "reached"] as const;

function SelfForm({ visitId, view }: { visitId: string; view: OwnView }) {
  const t = useTranslations("observations");
  return (
    <ActionForm action={assessOneselfAction} fields={{ visitId }} className="max-w-prose">
      {view.criteria.map((criterion, index) => (
        <div key={criterion.id} className="grid gap-2">
          <input type="hidden" name={`ratings.${index}.criterionId`} value={criterion.id} />
          <RadioGroup
            name={`ratings.${index}.rating`}
            label={`${criterion.code} ${criterion.name}`}
            options={ratings.map((value) => ({ value, label: t(`rating.${value}`) }))}
            {...(criterion.rating ? { defaultValue: criterion.rating } : {})}
            inline
            optional
          />
        </div>
      ))}
      <TextAreaField
        name="text"
        label={t("self.text")}
        hint={t("self.textHint")}
        defaultValue={view.text}
        rows={4}
        maxLength={4000}
        optional
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("self.save")}</SubmitButton>
        <DraftKeeper storageKey={`self-assessment:${visitId}`} />
      </div>
    </ActionForm>
  );
}

/** How the participant sees their own practice at a visit: to write until the observation is shared, then to read. */
export function SelfAssessment({ visitId, view }: { visitId: string; view: OwnView }) {
  const t = useTranslations("observations.self");
  if (view.open) return <SelfForm visitId={visitId} view={view} />;
  if (view.writtenAt === null) return <p className="text-muted">{t("nothing")}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("fixed")}</p>
      <ul className="grid gap-1.5">
        {view.criteria
          .filter((criterion) => criterion.rating)
          .map((criterion) => (
            <li key={criterion.id} className="flex flex-wrap items-center gap-2">
              <RatingMark rating={criterion.rating} /> {criterion.code} {criterion.name}
            </li>
          ))}
      </ul>
      {view.text ? <ProseText text={view.text} /> : null}
    </div>
  );
}
