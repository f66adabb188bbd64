import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { saveQuestionAction } from "@/lib/applications/form-actions";
import { questionKinds } from "@/lib/applications/form-schema";
import type { Question } from "@/lib/applications/rules/questions";

type QuestionEditorProps = {
  cohortId: string;
  /** Null for a new one. */
  question: Question | null;
  /** The questions above it, on whose answers it may depend. */
  before: readonly Question[];
};

function valuesOf(question: Question | null): Record<string, unknown> {
  if (!question) return { kind: "text" };
  const { shownWhenKey, shownWhenValue, options, required, minimum, maximum, ...rest } = question;
  return {
    ...rest,
    options: options.join("\n"),
    required: required ? "on" : undefined,
    minimum: minimum ?? "",
    maximum: maximum ?? "",
    condition: shownWhenKey === null ? "" : `${shownWhenKey}=${shownWhenValue}`,
  };
}

/** Writes one question. What a kind has no use for is hidden while another is chosen, and let go by the server in any case. */
export function QuestionEditor({ cohortId, question, before }: QuestionEditorProps) {
  const t = useTranslations("applications");
  const conditions = before.flatMap(({ key, kind, label, options }) =>
    (kind === "choice" ? options : kind === "consent" ? ["on"] : []).map((option) => ({
      value: `${key}=${option}`,
      label: kind === "consent" ? t("form.onlyIfConsent", { question: label }) : `${label}: ${option}`,
    })),
  );
  return (
    <ActionForm
      action={saveQuestionAction}
      fields={{ cohortId, key: question?.key ?? "" }}
      defaultValues={valuesOf(question)}
      resetOnOk={question === null}
      className="group/kind gap-5"
    >
      <TextField name="label" label={t("builder.label")} />
      <TextField name="hint" label={t("builder.hint")} optional />
      <RadioGroup
        name="kind"
        label={t("builder.kindLabel")}
        options={questionKinds.map((kind) => ({ value: kind, label: t(`builder.kind.${kind}`) }))}
      />
      <div className="hidden group-has-[input[value=choice]:checked]/kind:block">
        <TextAreaField
          name="options"
          label={t("builder.options")}
          hint={t("builder.optionsHint")}
          rows={4}
          optional
        />
      </div>
      <div className="hidden gap-4 group-has-[input[value=number]:checked]/kind:flex">
        <NumberField name="minimum" label={t("builder.minimum")} size="short" optional />
        <NumberField name="maximum" label={t("builder.maximum")} size="short" optional />
      </div>
      <CheckboxField name="required" label={t("builder.required")} />
      {conditions.length > 0 ? (
        <SelectField
          name="condition"
          label={t("builder.condition")}
          options={[{ value: "", label: t("builder.always") }, ...conditions]}
          optional
        />
      ) : null}
      <SubmitButton className="justify-self-start">
        {question ? t("builder.saveQuestion") : t("builder.addQuestion")}
      </SubmitButton>
    </ActionForm>
  );
}
