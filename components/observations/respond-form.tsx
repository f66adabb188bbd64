import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { respondToObservationAction } from "@/lib/observations/actions";

/** Where a participant answers an observation, once. What they write is kept on the device until it is sent. */
export function RespondForm({ observationId, version }: { observationId: string; version: number }) {
  const t = useTranslations("observations");
  return (
    <Card>
      <ActionForm action={respondToObservationAction} fields={{ observationId, version }}>
        <TextAreaField
          name="response"
          label={t("field.response")}
          hint={t("response.lead")}
          rows={6}
          maxLength={6000}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t("response.send")}</SubmitButton>
          <DraftKeeper storageKey={`observation-response:${observationId}`} />
        </div>
      </ActionForm>
    </Card>
  );
}
