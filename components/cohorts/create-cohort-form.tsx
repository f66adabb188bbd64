import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import type { AgreementChoice } from "@/lib/agreements/queries/list-agreement-choices";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { CohortFields } from "./cohort-fields";
import { CreateCohortFrame } from "./form-frames";

type CreateCohortFormProps = {
  versions: readonly { id: string; title: string; number: number }[];
  agreements: readonly AgreementChoice[];
  chosenVersion: string;
};

/** A new cohort of a published version. It begins as a draft that nobody outside sees. */
export function CreateCohortForm({ versions, agreements, chosenVersion }: CreateCohortFormProps) {
  const t = useTranslations("cohorts");
  return (
    <CreateCohortFrame
      defaultValues={{
        programmeVersionId: chosenVersion,
        timeZone: CIVIL_ZONE,
        offerHours: 72,
        capacity: 30,
      }}
      className="max-w-form"
    >
      <SelectField
        name="programmeVersionId"
        label={t("form.version")}
        hint={t("form.versionHint")}
        options={versions.map(({ id, title, number }) => ({
          value: id,
          label: t("form.versionOption", { title, number }),
        }))}
      />
      <CohortFields slugFixed={false} />
      <NumberField
        name="capacity"
        label={t("form.capacity")}
        hint={t("form.capacityHint")}
        unit={t("form.seats")}
      />
      <SelectField
        name="agreementId"
        label={t("form.agreement")}
        hint={t("form.agreementHint")}
        optional
        placeholder={t("form.noAgreement")}
        options={agreements.map(({ id, title, kind }) => ({
          value: id,
          label: `${title} (${t(`agreementKind.${kind}`)})`,
        }))}
      />
      <div>
        <SubmitButton>{t("create.submit")}</SubmitButton>
      </div>
    </CreateCohortFrame>
  );
}
