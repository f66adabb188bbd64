import { useTranslations } from "next-intl";
import { useZoneName } from "@/components/cohorts/cohort-fields";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { wallTimeOf } from "@/lib/core/dates";
import { bookVisitAction, moveVisitAction } from "@/lib/observations/actions";
import type { VisitView } from "@/lib/observations/queries/get-visit";

function TimeAndPlace({ visit, timeZone }: { visit?: VisitView; timeZone: string }) {
  const t = useTranslations("assess.visit");
  const zoneName = useZoneName();
  const at = (instant: Date | undefined, from: number, to: number) =>
    instant && wallTimeOf(instant, timeZone).slice(from, to);
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="day" label={t("day")} defaultValue={at(visit?.startsAt, 0, 10)} />
        <TimeField name="from" label={t("from")} defaultValue={at(visit?.startsAt, 11, 16)} />
        <TimeField name="to" label={t("to")} defaultValue={at(visit?.endsAt, 11, 16)} />
      </div>
      {timeZone === CIVIL_ZONE ? null : (
        <p className="text-sm text-muted">{t("zone", { zone: zoneName(timeZone) })}</p>
      )}
      <TextField
        name="place"
        label={t("place")}
        hint={t("placeHint")}
        defaultValue={visit?.place}
        maxLength={200}
      />
    </>
  );
}

/** Where an assessor books a visit. */
export function BookVisitForm({ enrolmentId, timeZone }: { enrolmentId: string; timeZone: string }) {
  const t = useTranslations("assess.visit");
  return (
    <ActionForm action={bookVisitAction} fields={{ enrolmentId }} className="max-w-prose">
      <TimeAndPlace timeZone={timeZone} />
      <div>
        <SubmitButton>{t("book")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Where an assessor moves a visit of theirs. */
export function MoveVisitForm({ visit }: { visit: VisitView }) {
  const t = useTranslations("assess.visit");
  return (
    <ActionForm
      action={moveVisitAction}
      fields={{ visitId: visit.id, version: visit.version }}
      className="max-w-prose"
    >
      <TimeAndPlace visit={visit} timeZone={visit.timeZone} />
      <div>
        <SubmitButton tone="secondary">{t("moveSend")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
