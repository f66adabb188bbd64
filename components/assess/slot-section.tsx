import { useTranslations } from "next-intl";
import { VisitTime } from "@/components/observations/visit-list";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import type { VisitView } from "@/lib/observations/queries/get-visit";
import { offerOtherTimesAction, offerTimesAction } from "@/lib/observations/visit-actions";

const ROWS = 3;

function OfferFields({ visit }: { visit?: VisitView }) {
  const t = useTranslations("assess.slots");
  const words = useTranslations("assess.visit");
  return (
    <>
      {Array.from({ length: ROWS }, (_, index) => index).map((index) => (
        <fieldset key={index} className="min-w-0">
          <legend className="mb-1.5 font-medium">{t("slot", { number: index + 1 })}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <DateField name={`slots.${index}.day`} label={words("day")} optional={index > 0} />
            <TimeField name={`slots.${index}.from`} label={words("from")} optional={index > 0} />
            <TimeField name={`slots.${index}.to`} label={words("to")} optional={index > 0} />
          </div>
        </fieldset>
      ))}
      <TextField
        name="place"
        label={words("place")}
        hint={words("placeHint")}
        defaultValue={visit?.place}
        maxLength={200}
      />
      <NumberField
        name="travelMinutes"
        label={t("travel")}
        hint={t("travelHint")}
        unit={t("minutes")}
        defaultValue={visit && visit.travelMinutes > 0 ? String(visit.travelMinutes) : undefined}
        optional
      />
    </>
  );
}

/** Where an assessor offers a participant times to choose from. */
export function OfferTimesForm({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations("assess.slots");
  return (
    <ActionForm action={offerTimesAction} fields={{ enrolmentId }} className="max-w-prose">
      <p className="text-muted">{t("lead")}</p>
      <OfferFields />
      <div>
        <SubmitButton>{t("offer")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Times that wait for the participant's choice, what they answered, and the way to offer others. */
export function SlotSection({ visit }: { visit: VisitView }) {
  const t = useTranslations("assess.slots");
  return (
    <div className="grid gap-5">
      <Callout
        tone={visit.participantNote ? "warning" : "info"}
        title={t(visit.participantNote ? "noneFits" : "waiting", { name: visit.participant })}
      >
        {visit.participantNote ? <p className="whitespace-pre-line">{visit.participantNote}</p> : null}
        <ul className="grid gap-2 pt-2">
          {visit.slots.map((slot) => (
            <li key={slot.id}>
              <VisitTime visit={{ ...slot, timeZone: visit.timeZone }} />
            </li>
          ))}
        </ul>
      </Callout>
      {visit.own ? (
        <details open={visit.participantNote !== ""}>
          <summary className="flex min-h-target items-center font-medium text-accent">
            {t("offerOther")}
          </summary>
          <ActionForm
            action={offerOtherTimesAction}
            fields={{ visitId: visit.id, version: visit.version }}
            className="max-w-prose pt-3"
          >
            <OfferFields visit={visit} />
            <div>
              <SubmitButton tone="secondary">{t("offer")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}
