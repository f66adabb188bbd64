import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { formatTimeRange, formatWeekdayDate } from "@/lib/i18n/format";
import type { VisitView } from "@/lib/observations/queries/get-visit";
import { declineTimesAction, pickTimeAction } from "@/lib/observations/visit-actions";

/** Where a participant picks one of the times an assessor offers, or says that none suits. */
export function PickTime({ visit }: { visit: VisitView }) {
  const t = useTranslations("observations.slots");
  const locale = useLocale();
  const options = visit.slots.map(({ id, startsAt, endsAt }) => ({
    value: id,
    label: formatWeekdayDate(startsAt, locale, visit.timeZone),
    hint: formatTimeRange(startsAt, endsAt, locale, visit.timeZone),
  }));
  return (
    <div className="grid gap-6">
      <ActionForm
        action={pickTimeAction}
        fields={{ visitId: visit.id, version: visit.version }}
        className="max-w-prose"
      >
        <RadioGroup name="slotId" label={t("which")} options={options} />
        <div>
          <SubmitButton>{t("pick")}</SubmitButton>
        </div>
      </ActionForm>
      {visit.participantNote ? (
        <p className="max-w-prose text-muted">{t("noted", { note: visit.participantNote })}</p>
      ) : (
        <details>
          <summary className="flex min-h-target items-center font-medium text-accent">{t("none")}</summary>
          <ActionForm
            action={declineTimesAction}
            fields={{ visitId: visit.id, version: visit.version }}
            className="max-w-prose pt-3"
          >
            <TextAreaField name="note" label={t("note")} hint={t("noteHint")} rows={2} maxLength={1000} />
            <div>
              <SubmitButton tone="secondary">{t("decline")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      )}
    </div>
  );
}
