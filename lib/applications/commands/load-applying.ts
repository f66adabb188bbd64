import "server-only";
import { personOf } from "@/lib/auth/acting";
import { cohortsToApplyTo } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { UNDER_WAY_OR_COMPLETED } from "@/lib/enrolments/rules/transitions";
import { namesSelect } from "@/lib/organisations/facts/names";
import { formSelect, newestForm } from "../facts/read-form";
import type { ApplicationInput } from "../schema";
import type { AnsweredForm } from "./write-answers";

export type Applying = NonNullable<Awaited<ReturnType<typeof loadApplying>>>;

const CLOSED = ["declined", "withdrawn", "manager_declined"] as const;

function readOpenApplication(work: Work, cohortId: string) {
  return work.tx.application.findFirst({
    where: { cohortId, personId: personOf(work.acting), state: { notIn: [...CLOSED] } },
    select: {
      id: true,
      state: true,
      version: true,
      form: { select: formSelect },
      answers: { where: { fileId: { not: null } }, select: { questionId: true, fileId: true } },
    },
  });
}

function readOrganisation(work: Work, id: string | null) {
  if (id === null) return null;
  return work.tx.organisation.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      country: true,
      names: namesSelect,
    },
  });
}

type Form = Omit<AnsweredForm, "files">;

/** The questions that an application answers: those it began with, else the newest; null where the cohort asks none. */
function formOf(
  application: Awaited<ReturnType<typeof readOpenApplication>>,
  [newest]: readonly Form[],
): AnsweredForm | null {
  const form = application?.form ?? newest;
  if (!form) return null;
  const files = application?.answers ?? [];
  return {
    ...form,
    files: new Map(
      files.flatMap(({ questionId, fileId }) => (fileId ? [[questionId, fileId] as const] : [])),
    ),
  };
}

/**
 * What an application to a cohort is written on: the cohort as far as the acting person may apply to it, themself, their open
 * application if there is one (locked by its person's row), and the organisation they chose. Null where there is no such cohort
 * for them.
 */
export async function loadApplying(work: Work, input: ApplicationInput) {
  const personId = personOf(work.acting);
  const cohort = await work.tx.cohort.findFirst({
    where: { AND: [{ id: input.cohortId }, cohortsToApplyTo(work.acting, work.now)] },
    select: {
      id: true,
      name: true,
      state: true,
      applicationDeadline: true,
      startsOn: true,
      approvalDays: true,
      agreement: { select: { kind: true } },
      forms: newestForm,
      programmeVersion: {
        select: { title: true, tracks: { select: { id: true }, orderBy: { position: "asc" } } },
      },
    },
  });
  if (!cohort) return null;
  // Two tabs that save their first words at once: the second waits here and finds the first one's draft.
  await work.tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const person = await work.tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      locale: true,
      enrolments: {
        where: { cohortId: cohort.id, state: { in: [...UNDER_WAY_OR_COMPLETED] } },
        select: { id: true },
        take: 1,
      },
    },
  });
  const application = await readOpenApplication(work, cohort.id);
  return {
    cohort,
    person,
    application,
    form: formOf(application, cohort.forms),
    organisation: await readOrganisation(work, input.organisationId),
  };
}
