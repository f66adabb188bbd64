"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { ComboboxField } from "@/components/ui/combobox-field";
import { type Option, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { writeApplicationAction } from "@/lib/applications/actions";
import { applicantRoles, applicationSchema } from "@/lib/applications/schema";
import { DraftAutosave } from "./draft-autosave";

type ApplicationFormProps = {
  cohortId: string;
  applicant: { name: string; email: string };
  tracks: readonly { id: string; name: string; description: string }[];
  organisations: readonly { id: string; name: string; former: readonly string[] }[];
  /** The title of the agreement that pays, where one does. */
  agreementTitle: string | null;
  values: Record<string, unknown>;
  draft: { version: number; savedAt: string } | null;
};

function Part({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-6 first-of-type:border-0 first-of-type:pt-0">
      <div className="grid gap-1">
        <h2 className="text-xl">{title}</h2>
        {lead ? <p className="text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Workplace({ organisations, values }: Pick<ApplicationFormProps, "organisations" | "values">) {
  const t = useTranslations("applications");
  const options: Option[] = organisations.map(({ id, name, former }) => ({
    value: id,
    label: former.length > 0 ? t("form.formerly", { name, former: former.join(", ") }) : name,
  }));
  return (
    <>
      <ComboboxField name="organisationId" label={t("form.organisation")} options={options} />
      <details open={Boolean(values.organisationOther)} className="-mt-3">
        <summary className="inline-flex min-h-target items-center text-sm text-accent underline underline-offset-2">
          {t("form.unlisted")}
        </summary>
        <TextField
          name="organisationOther"
          label={t("form.organisationOther")}
          hint={t("form.organisationOtherHint")}
          optional
          autoComplete="organization"
          className="pt-2"
        />
      </details>
      <TextField name="title" label={t("form.title")} size="medium" autoComplete="organization-title" />
    </>
  );
}

function Payment({ agreementTitle }: Pick<ApplicationFormProps, "agreementTitle">) {
  const t = useTranslations("applications");
  if (agreementTitle !== null) {
    return (
      <Part title={t("form.payment")} lead={t("form.agreementPays", { agreement: agreementTitle })}>
        <input type="hidden" name="payer" value="agreement" readOnly />
        <TextField name="payerReference" label={t("form.reference")} size="medium" optional />
      </Part>
    );
  }
  return (
    <div className="group/payer">
      <Part title={t("form.payment")}>
        <RadioGroup
          name="payer"
          label={t("form.payer")}
          options={[
            { value: "organisation", label: t("payer.organisation") },
            { value: "self", label: t("payer.self") },
          ]}
        />
        <div className="grid gap-5 group-has-[input[value=self]:checked]/payer:hidden">
          <NumberField
            name="payerGln"
            label={t("form.gln")}
            hint={t("form.glnHint")}
            size="medium"
            optional
          />
          <TextField
            name="payerReference"
            label={t("form.reference")}
            hint={t("form.referenceHint")}
            size="medium"
            optional
          />
        </div>
      </Part>
    </div>
  );
}

/**
 * The application to one cohort: begins with what is known, saves itself while it is written, and is handed in or kept as a draft by
 * its two buttons, with scripts or without.
 */
export function ApplicationForm(props: ApplicationFormProps) {
  const { cohortId, applicant, tracks, organisations, agreementTitle, values, draft } = props;
  const t = useTranslations("applications");
  return (
    <ActionForm
      action={writeApplicationAction}
      schema={applicationSchema}
      defaultValues={values}
      className="max-w-prose gap-8"
    >
      <input type="hidden" name="cohortId" value={cohortId} readOnly />
      <Part title={t("form.you")} lead={t("form.youLead", applicant)}>
        <SelectField
          name="participantRole"
          label={t("form.role")}
          options={applicantRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <Workplace organisations={organisations} values={values} />
      </Part>
      {tracks.length > 1 ? (
        <Part title={t("form.track")}>
          <RadioGroup
            name="trackId"
            label={t("form.trackChoose")}
            options={tracks.map((track) => ({ value: track.id, label: track.name, hint: track.description }))}
          />
        </Part>
      ) : null}
      <Part title={t("form.why")}>
        <TextAreaField
          name="motivation"
          label={t("form.motivation")}
          hint={t("form.motivationHint")}
          rows={6}
        />
      </Part>
      <Part title={t("form.manager")} lead={t("form.managerLead")}>
        <TextField name="managerName" label={t("form.managerName")} size="medium" autoComplete="off" />
        <EmailField name="managerEmail" label={t("form.managerEmail")} size="medium" autoComplete="off" />
      </Part>
      <Payment agreementTitle={agreementTitle} />
      <Part title={t("form.needs")}>
        <TextAreaField
          name="accommodation"
          label={t("form.accommodation")}
          hint={t("form.accommodationHint")}
          rows={2}
          optional
        />
      </Part>
      <div className="grid gap-5 border-t border-line pt-6">
        <CheckboxField name="confirmed" label={t("form.confirm")} hint={t("form.confirmHint")} required />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="submit" pendingLabel={t("form.sending")}>
            {t("form.submit")}
          </SubmitButton>
          <SubmitButton name="intent" value="draft" tone="secondary" formNoValidate>
            {t("form.saveDraft")}
          </SubmitButton>
        </div>
        <DraftAutosave
          action={writeApplicationAction}
          version={draft?.version ?? 0}
          savedAt={draft?.savedAt ?? null}
        />
      </div>
    </ActionForm>
  );
}
