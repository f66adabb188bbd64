"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { FileDrop } from "@/components/ui/file-drop";
import { useFormState } from "@/components/ui/form-context";
import { SelectField } from "@/components/ui/select-field";
import { NumberField, TextAreaField } from "@/components/ui/text-field";
import { type Answers, isAsked, type Question } from "@/lib/applications/rules/questions";

/** So many options are shown as a list of buttons; more as a list to open. */
const FEW = 5;

type QuestionFieldsProps = { questions: readonly Question[]; files: Readonly<Record<string, string>> };

function FileQuestion({ question, handedIn }: { question: Question; handedIn: string | undefined }) {
  const t = useTranslations("applications");
  const { key, label, hint, required } = question;
  return (
    <div className="grid gap-2">
      <FileDrop
        name={`files.${key}`}
        label={label}
        hint={[hint, t("form.fileKinds")].filter(Boolean).join(" ")}
        accept=".pdf,.docx,.jpg,.jpeg,.png"
        optional={!required || handedIn !== undefined}
      />
      {handedIn === undefined ? null : (
        <>
          <p className="text-sm text-muted">{t("form.fileKept", { name: handedIn })}</p>
          <label className="inline-flex min-h-target items-center gap-2">
            <input type="checkbox" name={`answers.${key}`} value="remove" className="choice" />
            {t("form.fileRemove")}
          </label>
        </>
      )}
    </div>
  );
}

function QuestionField({ question, hint }: { question: Question; hint: string }) {
  const { kind, key, label, required, options } = question;
  const field = { name: `answers.${key}`, label, hint: hint || undefined, optional: !required };
  const choices = options.map((option) => ({ value: option, label: option }));
  if (kind === "number") return <NumberField {...field} size="short" />;
  if (kind === "consent") return <CheckboxField {...field} required={required} />;
  if (kind !== "choice") return <TextAreaField {...field} rows={3} />;
  return choices.length > FEW ? (
    <SelectField {...field} options={choices} />
  ) : (
    <RadioGroup {...field} options={choices} />
  );
}

/** What is answered so far in the form around `mark`, by the questions' keys. */
function useAnswers(questions: readonly Question[]) {
  const { values } = useFormState();
  const mark = useRef<HTMLDivElement>(null);
  const [answers, setAnswers] = useState<Answers>(() => (values.answers ?? {}) as Answers);
  // Until scripts run everything is shown, with the condition in words.
  const [running, setRunning] = useState(false);
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      setAnswers(
        Object.fromEntries(
          questions.map(({ key }) => [key, data.get(`answers.${key}`)?.toString()] as const),
        ),
      );
    };
    read();
    setRunning(true);
    form.addEventListener("input", read);
    form.addEventListener("change", read);
    return () => {
      form.removeEventListener("input", read);
      form.removeEventListener("change", read);
    };
  }, [questions]);
  return { mark, answers, running };
}

/** The cohort's own questions; one with a condition appears when its condition is met. */
export function QuestionFields({ questions, files }: QuestionFieldsProps) {
  const t = useTranslations("applications");
  const { mark, answers, running } = useAnswers(questions);
  const conditionOf = ({ shownWhenKey, shownWhenValue }: Question) => {
    const other = questions.find((question) => question.key === shownWhenKey);
    if (!other || running) return "";
    return other.kind === "consent"
      ? t("form.onlyIfConsent", { question: other.label })
      : t("form.onlyIf", { question: other.label, answer: shownWhenValue ?? "" });
  };
  return (
    <div ref={mark} className="grid gap-6">
      {questions.map((question) => (
        <div key={question.key} hidden={running && !isAsked(question, questions, answers)}>
          {question.kind === "file" ? (
            <FileQuestion question={question} handedIn={files[question.key]} />
          ) : (
            <QuestionField
              question={question}
              hint={[conditionOf(question), question.hint].filter(Boolean).join(" ")}
            />
          )}
        </div>
      ))}
    </div>
  );
}
