import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, QuestionKind } from "@/lib/db/generated/enums";

/** A question of a cohort's form. */
export type Question = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly options: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Asked only where this earlier question was answered with this. */
  readonly shownWhenKey: string | null;
  readonly shownWhenValue: string | null;
};

/** What was answered, by the questions' keys; `on` for a consent. A file's is its name, or anything that is not empty. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** The most questions that a form may have: more are not answered with care. */
export const MAX_QUESTIONS = 30;

/** Whether a question is asked, given the answers so far; one whose own condition is not asked is not asked either. */
export function isAsked(question: Question, questions: readonly Question[], answers: Answers): boolean {
  const { shownWhenKey, shownWhenValue } = question;
  if (shownWhenKey === null) return true;
  const other = questions.find((each) => each.key === shownWhenKey);
  return (
    other !== undefined && answers[shownWhenKey] === shownWhenValue && isAsked(other, questions, answers)
  );
}

/** The whole number that is written; null where it is none. Spaces and points between thousands are let go. */
export function numberIn(text: string): number | null {
  const digits = text.replace(/[\s.\u00a0]/g, "");
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : null;
}

function decideNumber({ minimum, maximum }: Question, value: string, field: string): Decision {
  const number = numberIn(value);
  if (number === null) return refuse("question.notNumber", undefined, field);
  if (minimum !== null && number < minimum) return refuse("question.tooSmall", { minimum }, field);
  return maximum !== null && number > maximum ? refuse("question.tooBig", { maximum }, field) : allowed;
}

function decideAnswer(question: Question, value: string): Decision {
  const field = `${question.kind === "file" ? "files" : "answers"}.${question.key}`;
  if (value === "") {
    return question.required
      ? refuse(question.kind === "consent" ? "question.consentMissing" : "question.missing", undefined, field)
      : allowed;
  }
  if (question.kind === "number") return decideNumber(question, value, field);
  return question.kind === "choice" && !question.options.includes(value)
    ? refuse("question.notOption", undefined, field)
    : allowed;
}

/** Whether what is asked is answered, and with what fits; refused as `question.…` with the field of the first that is not. */
export function decideAnswers(questions: readonly Question[], answers: Answers): Decision {
  return all(
    ...questions
      .filter((question) => isAsked(question, questions, answers))
      .map((question) => decideAnswer(question, answers[question.key] ?? "")),
  );
}

function decideCondition(question: Question, before: readonly Question[]): Decision {
  const { shownWhenKey, shownWhenValue } = question;
  if (shownWhenKey === null) return allowed;
  const other = before.find((each) => each.key === shownWhenKey);
  if (!other) return refuse("question.conditionLater", { label: question.label });
  const possible = other.kind === "choice" ? other.options : other.kind === "consent" ? ["on"] : [];
  return possible.includes(shownWhenValue ?? "")
    ? allowed
    : refuse("question.conditionUnfit", { label: question.label });
}

function decideShape(question: Question): Decision {
  const { kind, options, minimum, maximum } = question;
  if (kind === "choice" && (options.length < 2 || new Set(options).size < options.length)) {
    return refuse("question.options", undefined, "options");
  }
  return minimum !== null && maximum !== null && maximum < minimum
    ? refuse("question.bounds", undefined, "maximum")
    : allowed;
}

/** Whether these questions, in this order, make a form: each is whole, and asks only after what it depends on. */
export function decideForm(questions: readonly Question[]): Decision {
  if (questions.length > MAX_QUESTIONS) return refuse("question.tooMany", { maximum: MAX_QUESTIONS });
  return all(
    ...questions.map((question, index) =>
      all(decideShape(question), decideCondition(question, questions.slice(0, index))),
    ),
  );
}

/** Whether a cohort's form may be changed: until it begins. */
export function decideEditingForm(state: CohortState): Decision {
  return state === "draft" || state === "open" || state === "closed"
    ? allowed
    : refuse("question.cohortBegun");
}
