import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { CohortFields } from "./cohort-fields";
import { CapacityFrame, EditCohortFrame } from "./form-frames";

/** What a cohort is, to be corrected. */
export function EditCohortForm({ cohort }: { cohort: CohortBoard }) {
  const t = useTranslations("cohorts");
  const { name, slug, city, startsOn, endsOn, deadlineOn, timeZone, offerHours } = cohort;
  return (
    <EditCohortFrame
      fields={{ cohortId: cohort.id, version: cohort.version }}
      defaultValues={{ name, slug, city, startsOn, endsOn, deadlineOn, timeZone, offerHours }}
      className="max-w-form"
    >
      <CohortFields slugFixed={cohort.state !== "draft"} />
      <div>
        <SubmitButton>{t("edit.submit")}</SubmitButton>
      </div>
    </EditCohortFrame>
  );
}

/** The number of seats, with how low it may go and what follows from raising it. */
export function CapacityForm({ cohort }: { cohort: CohortBoard }) {
  const t = useTranslations("cohorts");
  return (
    <CapacityFrame
      fields={{ cohortId: cohort.id, version: cohort.version }}
      defaultValues={{ capacity: cohort.capacity }}
      className="max-w-form"
    >
      <NumberField
        name="capacity"
        label={t("form.capacity")}
        hint={t("capacity.hint", { fewest: cohort.seatsBound, waiting: cohort.waiting })}
        unit={t("form.seats")}
      />
      <div>
        <SubmitButton tone="secondary">{t("capacity.submit")}</SubmitButton>
      </div>
    </CapacityFrame>
  );
}
