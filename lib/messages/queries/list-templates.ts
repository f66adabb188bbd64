import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale, ReminderKind } from "@/lib/db/generated/enums";

/** A template of a cohort with its reminders. */
export type TemplateRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly texts: readonly { locale: Locale; subject: string; body: string }[];
  readonly reminders: readonly { id: string; kind: ReminderKind; hoursBefore: number }[];
};

/** A cohort's templates by name. */
export async function listTemplates(acting: Acting, cohortId: string): Promise<TemplateRow[]> {
  return database().messageTemplate.findMany({
    where: { cohort: { AND: [{ id: cohortId }, visibleCohorts(acting)] } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      version: true,
      name: true,
      texts: { select: { locale: true, subject: true, body: true }, orderBy: { locale: "asc" } },
      reminders: { select: { id: true, kind: true, hoursBefore: true }, orderBy: { hoursBefore: "desc" } },
    },
  });
}
