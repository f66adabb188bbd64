import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { handIn } from "@/lib/storage/hand-in";
import { decideAnswers, isAsked, type Question } from "../rules/questions";
import type { ApplicationInput } from "../schema";

/** The version of the cohort's questions that an application answers, with the files it has. */
export type AnsweredForm = {
  readonly id: string;
  readonly questions: readonly (Question & { readonly id: string })[];
  /** By the questions' ids. */
  readonly files: ReadonlyMap<string, string>;
};

type Row = { questionId: string; value: string; fileId: string | null };

/** The box beside a file that was handed in before: ticked, the file is let go. */
const REMOVE = "remove";

async function rowOf(
  work: Work,
  form: AnsweredForm,
  question: AnsweredForm["questions"][number],
  input: ApplicationInput,
): Promise<Row | null> {
  const { id: questionId, key, kind } = question;
  const value = input.answers[key] ?? "";
  if (kind !== "file") return value === "" ? null : { questionId, value, fileId: null };
  const file = input.files[key];
  if (file) {
    const fileId = await handIn(work, file, personOf(work.acting), `files.${key}`);
    return { questionId, value: "", fileId };
  }
  const kept = value === REMOVE ? undefined : form.files.get(questionId);
  return kept ? { questionId, value: "", fileId: kept } : null;
}

/**
 * Writes what the form's own questions were answered with, in place of what was there. A draft keeps everything; handed in
 * (`whole`), only what is asked, and refused as `question.…` where that is not answered.
 */
export async function writeAnswers(
  work: Work,
  applicationId: string,
  form: AnsweredForm,
  input: ApplicationInput,
  whole: boolean,
): Promise<void> {
  const { questions } = form;
  const rows: Row[] = [];
  for (const question of questions) {
    if (whole && !isAsked(question, questions, input.answers)) continue;
    const row = await rowOf(work, form, question, input);
    if (row) rows.push(row);
  }
  if (whole) {
    const given = new Map(rows.map((row) => [row.questionId, row.value || "file"]));
    const answers = Object.fromEntries(questions.map(({ id, key }) => [key, given.get(id)]));
    insist(decideAnswers(questions, answers));
  }
  await work.tx.$queryRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("questionId" uuid, value text, "fileId" uuid)
    ), gone AS (
      DELETE FROM application_answer
      WHERE application_id = ${applicationId}::uuid AND question_id NOT IN (SELECT "questionId" FROM given)
    )
    INSERT INTO application_answer (application_id, question_id, value, file_id)
    SELECT ${applicationId}::uuid, "questionId", value, "fileId" FROM given
    ON CONFLICT (application_id, question_id) DO UPDATE SET value = excluded.value, file_id = excluded.file_id`;
}
