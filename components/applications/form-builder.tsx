import { useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField } from "@/components/ui/text-field";
import {
  editAdmissionAction,
  moveQuestionAction,
  removeQuestionAction,
} from "@/lib/applications/form-actions";
import type { FormBuilder as Builder } from "@/lib/applications/queries/get-form-builder";
import { DOT } from "@/lib/i18n/format";
import { QuestionEditor } from "./question-editor";

type BuilderProps = { builder: Builder };
type Question = Builder["questions"][number];

function Admission({ builder }: BuilderProps) {
  const t = useTranslations("applications");
  return (
    <Section title={t("builder.admission")}>
      <ActionForm
        fields={{ cohortId: builder.id, version: builder.version }}
        key={builder.version}
        action={editAdmissionAction}
        defaultValues={{
          criteria: builder.admissionCriteria.join("\n"),
          approvalDays: builder.approvalDays,
        }}
        className="max-w-form"
      >
        <TextAreaField
          name="criteria"
          label={t("builder.criteria")}
          hint={t("builder.criteriaHint")}
          rows={4}
          optional
        />
        <NumberField
          name="approvalDays"
          label={t("builder.approvalDays")}
          hint={t("builder.approvalDaysHint", { hours: builder.offerHours })}
          unit={t("builder.days")}
          size="short"
        />
        <SubmitButton className="justify-self-start">{t("builder.save")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function useConditionText(questions: readonly Question[]) {
  const t = useTranslations("applications");
  return ({ shownWhenKey, shownWhenValue }: Question) => {
    const other = questions.find((question) => question.key === shownWhenKey);
    if (!other) return null;
    return other.kind === "consent"
      ? t("form.onlyIfConsent", { question: other.label })
      : t("form.onlyIf", { question: other.label, answer: shownWhenValue ?? "" });
  };
}

function Order({ builder, question, index }: BuilderProps & { question: Question; index: number }) {
  const t = useTranslations("applications");
  const fields = { cohortId: builder.id, key: question.key };
  const { label } = question;
  return (
    <div className="flex flex-wrap gap-2">
      {index > 0 ? (
        <ActionButton
          action={moveQuestionAction}
          fields={{ ...fields, direction: "up" }}
          tone="quiet"
          size="small"
          icon="sortUp"
        >
          {t("builder.up")}
          <span className="sr-only"> {label}</span>
        </ActionButton>
      ) : null}
      {index < builder.questions.length - 1 ? (
        <ActionButton
          action={moveQuestionAction}
          fields={{ ...fields, direction: "down" }}
          tone="quiet"
          size="small"
          icon="sortDown"
        >
          {t("builder.down")}
          <span className="sr-only"> {label}</span>
        </ActionButton>
      ) : null}
      <ActionButton
        action={removeQuestionAction}
        fields={fields}
        tone="quiet"
        size="small"
        icon="trash"
        confirm={{
          title: t("builder.removeTitle"),
          consequences: t("builder.removeConsequences", { label }),
          confirmLabel: t("builder.remove"),
        }}
      >
        {t("builder.remove")}
        <span className="sr-only"> {label}</span>
      </ActionButton>
    </div>
  );
}

function Questions({ builder }: BuilderProps) {
  const t = useTranslations("applications");
  const { questions, mayEdit } = builder;
  const conditionOf = useConditionText(questions);
  if (questions.length === 0) {
    return <EmptyState title={t("builder.empty")}>{t("builder.emptyHint")}</EmptyState>;
  }
  return (
    <ol className="divide-y divide-line border-y border-line">
      {questions.map((question, index) => (
        <li key={question.key} className="grid gap-2 py-4">
          <p className="font-medium">
            {index + 1}. {question.label}
          </p>
          <p className="text-sm text-muted">
            {[
              t(`builder.kind.${question.kind}`),
              t(question.required ? "builder.isRequired" : "builder.isOptional"),
              question.options.join(" / "),
              conditionOf(question),
            ]
              .filter(Boolean)
              .join(DOT)}
          </p>
          {mayEdit ? (
            <>
              <Order builder={builder} question={question} index={index} />
              <Drawer summary={t("builder.edit", { label: question.label })} group="questions">
                <QuestionEditor
                  cohortId={builder.id}
                  question={question}
                  before={questions.slice(0, index)}
                />
              </Drawer>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What a cohort's applicants are asked and judged by, as staff write it. */
export function FormBuilder({ builder }: BuilderProps) {
  const t = useTranslations("applications");
  const { number, answeredBy, mayEdit, questions } = builder;
  return (
    <div className="grid gap-12">
      <Admission builder={builder} />
      <Section title={t("builder.questions")}>
        <p className="max-w-prose text-muted">{t("builder.lead")}</p>
        {number === null ? null : (
          <Callout tone="info" title={t("builder.version", { number, count: answeredBy })}>
            {answeredBy > 0 ? t("builder.versionAnswered") : t("builder.versionFree")}
          </Callout>
        )}
        {mayEdit ? null : <Callout tone="warning" title={t("builder.begun")} />}
        <Questions builder={builder} />
        {mayEdit ? (
          <Drawer summary={t("builder.add")} group="questions">
            <QuestionEditor key={questions.length} cohortId={builder.id} question={null} before={questions} />
          </Drawer>
        ) : null}
        <LinkButton
          href={`/programmes/${builder.programmeSlug}/apply?cohort=${builder.slug}`}
          tone="secondary"
          className="justify-self-start"
        >
          {t("builder.preview")}
        </LinkButton>
      </Section>
    </div>
  );
}
