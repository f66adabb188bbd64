import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField } from "@/components/ui/choice-fields";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { prepareVisitAction } from "@/lib/observations/actions";
import type { VisitView } from "@/lib/observations/queries/get-visit";

/** Where a participant tells the assessor beforehand what they will see. */
export function PrepareForm({ visit }: { visit: VisitView }) {
  const t = useTranslations("observations");
  return (
    <ActionForm
      action={prepareVisitAction}
      fields={{ visitId: visit.id, version: visit.version }}
      className="max-w-prose"
    >
      <TextAreaField
        name="situation"
        label={t("field.situation")}
        hint={t("prepare.situationHint")}
        defaultValue={visit.situation}
        maxLength={2000}
      />
      <TextAreaField
        name="aim"
        label={t("field.aim")}
        defaultValue={visit.aim}
        rows={3}
        maxLength={2000}
        optional
      />
      <TextAreaField
        name="othersInRoom"
        label={t("field.othersInRoom")}
        hint={t("prepare.othersHint")}
        defaultValue={visit.othersInRoom}
        rows={2}
        maxLength={1000}
        optional
      />
      <CheckboxField
        name="othersInformed"
        label={t("field.othersInformed")}
        hint={t("prepare.informedHint")}
        defaultChecked={visit.othersInformed}
      />
      <div className="grid gap-2">
        <p className="text-sm text-muted">{t("prepare.correct")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t("prepare.save")}</SubmitButton>
          <DraftKeeper storageKey={`visit-preparation:${visit.id}`} />
        </div>
      </div>
    </ActionForm>
  );
}
