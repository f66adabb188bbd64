import "server-only";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { Prisma } from "@/lib/db/generated/client";
import { cohortLock } from "@/lib/db/lock-row";
import { newestForm } from "../facts/read-form";
import { decideEditingForm, decideForm, type Question } from "../rules/questions";

export type LoadedForm = NonNullable<Awaited<ReturnType<typeof loadForm>>>;

/** The lock under which a cohort's form is changed: nobody can begin an application meanwhile. */
export function lockForm(cohortId: string) {
  return cohortLock(Prisma.sql`${cohortId}::uuid`);
}

/** A cohort that the acting person may reach, with its newest questions and whether anybody answers them; null where there is none. */
export async function loadForm(work: Work, cohortId: string) {
  const cohort = await work.tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(work.acting)] },
    select: {
      id: true,
      version: true,
      state: true,
      forms: {
        ...newestForm,
        select: { ...newestForm.select, _count: { select: { applications: true } } },
      },
    },
  });
  if (!cohort) return null;
  const { forms, ...rest } = cohort;
  const [form] = forms;
  return { ...rest, form: form ?? null, questions: form?.questions ?? [] };
}

/**
 * Puts `questions` in the place of the cohort's newest ones. Where somebody has begun to answer those, they stay for them and these
 * become the next version; returns the number of the version that holds now. Refused as `question.…`.
 */
export async function writeForm(
  work: Work,
  loaded: LoadedForm,
  questions: readonly Question[],
): Promise<number> {
  insist(decideEditingForm(loaded.state));
  insist(decideForm(questions));
  const { form } = loaded;
  const isFree = form !== null && form._count.applications === 0;
  const number = isFree ? form.number : (form?.number ?? 0) + 1;
  if (isFree) await work.tx.applicationQuestion.deleteMany({ where: { formId: form.id } });
  const formId = isFree
    ? form.id
    : (
        await work.tx.applicationForm.create({
          data: { cohortId: loaded.id, number, createdById: work.acting.personId, createdAt: work.now },
          select: { id: true },
        })
      ).id;
  await work.tx.applicationQuestion.createMany({
    data: questions.map(({ options, ...question }, index) => ({
      formId,
      position: index + 1,
      key: question.key,
      kind: question.kind,
      label: question.label,
      hint: question.hint,
      required: question.required,
      options: [...options],
      minimum: question.minimum,
      maximum: question.maximum,
      shownWhenKey: question.shownWhenKey,
      shownWhenValue: question.shownWhenValue,
    })),
  });
  await work.audit({
    stream: `cohort:${loaded.id}`,
    action: "form.changed",
    entity: "applicationForm",
    entityId: formId,
    detail: { number, questions: questions.length },
  });
  return number;
}

/** The questions with the one of `key` moved a place up or down; as they are where it is first or last already. */
export function moved<Each extends { readonly key: string }>(
  questions: readonly Each[],
  key: string,
  direction: "up" | "down",
): Each[] {
  const from = questions.findIndex((question) => question.key === key);
  if (from < 0) throw new RefusalError({ code: "conflict" });
  const to = direction === "up" ? from - 1 : from + 1;
  const rest = questions.filter((_, index) => index !== from);
  const [question] = questions.slice(from, from + 1);
  return question
    ? [...rest.slice(0, Math.max(0, to)), question, ...rest.slice(Math.max(0, to))]
    : [...questions];
}

/** Writes by what the cohort's applications are admitted, and how long managers have. Refused as `conflict` where it was changed. */
export async function writeAdmission(
  work: Work,
  loaded: LoadedForm,
  admission: { readonly criteria: readonly string[]; readonly approvalDays: number },
): Promise<void> {
  insist(decideEditingForm(loaded.state));
  const { count } = await work.tx.cohort.updateMany({
    where: { id: loaded.id, version: loaded.version },
    data: {
      admissionCriteria: [...admission.criteria],
      approvalDays: admission.approvalDays,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${loaded.id}`,
    action: "cohort.admissionChanged",
    entity: "cohort",
    entityId: loaded.id,
    detail: { criteria: admission.criteria.length, approvalDays: admission.approvalDays },
  });
}
