import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { newestForm } from "../facts/read-form";
import { decideEditingForm } from "../rules/questions";

export type FormBuilder = NonNullable<Awaited<ReturnType<typeof getFormBuilder>>>;

/** A cohort's own questions as staff write them, with what else applications are decided by; null where it is not one of theirs. */
export async function getFormBuilder(acting: Acting, cohortId: string) {
  const cohort = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      id: true,
      version: true,
      slug: true,
      state: true,
      approvalDays: true,
      offerHours: true,
      admissionCriteria: true,
      programmeVersion: { select: { programme: { select: { slug: true } } } },
      forms: {
        ...newestForm,
        select: { ...newestForm.select, _count: { select: { applications: true } } },
      },
    },
  });
  if (!cohort) return null;
  const { forms, programmeVersion, state, ...rest } = cohort;
  const [form] = forms;
  return {
    ...rest,
    programmeSlug: programmeVersion.programme.slug,
    mayEdit: decideEditingForm(state).ok,
    number: form?.number ?? null,
    answeredBy: form?._count.applications ?? 0,
    questions: form?.questions ?? [],
  };
}
