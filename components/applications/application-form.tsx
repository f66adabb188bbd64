"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextAreaField, TextField } from "@/components/ui/text-field";
import { writeApplicationAction } from "@/lib/applications/actions";
import type { Question } from "@/lib/applications/rules/questions";
import { applicantRoles } from "@/lib/applications/rules/roles";
import { DraftAutosave } from "./draft-autosave";
import { FormPart } from "./form-part";
import { FormSteps } from "./form-steps";
import { PaymentPart } from "./payment-part";
import { QuestionFields } from "./question-fields";
import { type OrganisationChoice, WorkplaceFields } from "./workplace-fields";

type Track = { readonly id: string; readonly name: string; readonly description: string };

type ApplicationFormProps = {
  cohortId: string;
  applicant: { name: string; email: string };
  tracks: readonly Track[];
  organisations: readonly OrganisationChoice[];
  /** The title of the agreement that pays, where one does. */
  agreementTitle: string | null;
  /** The cohort's own questions, and the names of the files handed in before, by their keys. */
  questions: readonly Question[];
  files: Readonly<Record<string, string>>;
  /** By what applications are admitted. */
  criteria: readonly string[];
  values: Record<string, unknown>;
  draft: { version: number; savedAt: string } | null;
};

/** Fetched once somebody writes: the page is public, and who only reads it needs no checks. */
const applicationSchema = () =>
  import("@/lib/applications/schema").then((module) => module.applicationSchema);

/** The parts of this form, as the list of steps beside it names them. */
function Steps({ tracks, questions }: Pick<ApplicationFormProps, "tracks" | "questions">) {
  const t = useTranslations("applications");
  return (
    <FormSteps
      parts={[
        { id: "part-you", label: t("form.you") },
        ...(tracks.length > 1 ? [{ id: "part-track", label: t("form.track") }] : []),
        { id: "part-why", label: t("form.why") },
        ...(questions.length > 0 ? [{ id: "part-questions", label: t("form.questions") }] : []),
        { id: "part-manager", label: t("form.manager") },
        { id: "part-payment", label: t("form.payment") },
        { id: "part-needs", label: t("form.needs") },
        { id: "part-send", label: t("form.sendPart") },
      ]}
    />
  );
}

function TrackPart({ tracks }: { tracks: readonly Track[] }) {
  const t = useTranslations("applications");
  if (tracks.length < 2) return null;
  return (
    <FormPart id="part-track" title={t("form.track")}>
      <RadioGroup
        name="trackId"
        label={t("form.trackChoose")}
        options={tracks.map((track) => ({ value: track.id, label: track.name, hint: track.description }))}
      />
    </FormPart>
  );
}

function Criteria({ criteria }: Pick<ApplicationFormProps, "criteria">) {
  const t = useTranslations("applications");
  return (
    <>
      {t("form.criteria")}
      <span className="mt-1 block">
        {criteria.map((criterion) => (
          <span key={criterion} className="block ps-4 -indent-3">
            · {criterion}
          </span>
        ))}
      </span>
    </>
  );
}

function Ending({ draft }: Pick<ApplicationFormProps, "draft">) {
  const t = useTranslations("applications");
  return (
    <div id="part-send" data-part="part-send" className="grid gap-5 border-t border-line pt-8">
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
  );
}

/**
 * The application to one cohort: begins with what is known, saves itself while it is written, and is handed in or kept as a draft by
 * its two buttons, with scripts or without.
 */
export function ApplicationForm(props: ApplicationFormProps) {
  const { cohortId, applicant, tracks, organisations, agreementTitle, values, draft } = props;
  const { questions, files, criteria } = props;
  const t = useTranslations("applications");
  const roles = applicantRoles.map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <ActionForm
      action={writeApplicationAction}
      fields={{ cohortId }}
      schema={applicationSchema}
      defaultValues={values}
      className="max-w-prose gap-8"
    >
      <Steps tracks={tracks} questions={questions} />
      <FormPart id="part-you" title={t("form.you")} lead={t("form.youLead", applicant)}>
        <SelectField name="participantRole" label={t("form.role")} options={roles} />
        <WorkplaceFields organisations={organisations} otherOpen={Boolean(values.organisationOther)} />
      </FormPart>
      <TrackPart tracks={tracks} />
      <FormPart
        id="part-why"
        title={t("form.why")}
        lead={criteria.length > 0 ? <Criteria criteria={criteria} /> : undefined}
      >
        <TextAreaField
          name="motivation"
          label={t("form.motivation")}
          hint={t("form.motivationHint")}
          rows={6}
        />
      </FormPart>
      {questions.length > 0 ? (
        <FormPart id="part-questions" title={t("form.questions")} lead={t("form.questionsLead")}>
          <QuestionFields questions={questions} files={files} />
        </FormPart>
      ) : null}
      <FormPart id="part-manager" title={t("form.manager")} lead={t("form.managerLead")}>
        <TextField name="managerName" label={t("form.managerName")} size="medium" autoComplete="off" />
        <EmailField name="managerEmail" label={t("form.managerEmail")} size="medium" autoComplete="off" />
      </FormPart>
      <PaymentPart agreementTitle={agreementTitle} />
      <FormPart id="part-needs" title={t("form.needs")}>
        <TextAreaField
          name="accommodation"
          label={t("form.accommodation")}
          hint={t("form.accommodationHint")}
          rows={2}
          optional
        />
      </FormPart>
      <Ending draft={draft} />
    </ActionForm>
  );
}
