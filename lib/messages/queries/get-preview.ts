import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { fieldValuesOf } from "../facts/field-values";
import { recipientsOf, textFor } from "../facts/recipients";
import { filled } from "../rules/fields";

/** A template as one person would get it, and everybody it could be read as. */
export type Preview = {
  readonly people: readonly { id: string; name: string }[];
  readonly personId: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
};

/**
 * A template as `personId` would read it (the first of its people where empty); null where there is no such template, nobody to read it, or the
 * person is not among the cohort's people.
 */
export async function getPreview(
  acting: Acting,
  templateId: string,
  personId: string,
  now: Date,
): Promise<Preview | null> {
  const db = database();
  const template = await db.messageTemplate.findFirst({
    where: { id: templateId, cohort: visibleCohorts(acting) },
    select: {
      cohortId: true,
      texts: true,
      cohort: { select: { programmeVersion: { select: { language: true } } } },
    },
  });
  if (!template) return null;
  const people = await recipientsOf(db, template.cohortId, "everybody");
  const reader = personId ? people.find(({ id }) => id === personId) : people[0];
  const text = reader && textFor(template.texts, reader.locale, template.cohort.programmeVersion.language);
  if (!reader || !text) return null;
  const { values } = await fieldValuesOf(db, template.cohortId, null, now);
  const own = values(reader.name, text.locale);
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    personId: reader.id,
    locale: text.locale,
    subject: filled(text.subject, own),
    body: filled(text.body, own),
  };
}
