import "server-only";
import { randomBytes } from "node:crypto";
import type { QuestionInput } from "../form-schema";
import type { Question } from "../rules/questions";

/** The question that staff wrote: what its kind has no use for is let go. */
function asQuestion(input: QuestionInput, key: string): Question {
  const { kind, condition } = input;
  const [shownWhenKey = "", ...value] = condition.split("=");
  return {
    key,
    kind,
    label: input.label,
    hint: input.hint,
    required: input.required === "on",
    options: kind === "choice" ? input.options : [],
    minimum: kind === "number" ? input.minimum : null,
    maximum: kind === "number" ? input.maximum : null,
    shownWhenKey: condition === "" ? null : shownWhenKey,
    shownWhenValue: condition === "" ? null : value.join("="),
  };
}

/** The questions with the written one in its place: changed where it was, or at the end where it is new. */
export function withQuestion(questions: readonly Question[], input: QuestionInput): Question[] {
  const known = questions.find((question) => question.key === input.key);
  if (!known) return [...questions, asQuestion(input, `q${randomBytes(6).toString("hex")}`)];
  const changed = asQuestion(input, known.key);
  return questions.map((question) => (question.key === known.key ? changed : question));
}
