import { useTranslations } from "next-intl";
import { BodyField } from "@/components/certification/body-field";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import type { OwnBody } from "@/lib/certification/queries/list-own-bodies";
import { drawSampleAction } from "@/lib/sampling/actions";

/** Where a share of a period's decisions is drawn for a second look. */
export function DrawForm({ bodies }: { bodies: readonly OwnBody[] }) {
  const t = useTranslations("sampling.draw");
  return (
    <ActionForm action={drawSampleAction} defaultValues={{ percent: 10 }} className="max-w-prose">
      <BodyField bodies={bodies} />
      <div className="flex flex-wrap gap-6">
        <DateField name="fromDay" label={t("from")} />
        <DateField name="toDay" label={t("to")} />
      </div>
      <NumberField name="percent" label={t("percent")} hint={t("percentHint")} unit="%" />
      <div>
        <SubmitButton>{t("draw")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
