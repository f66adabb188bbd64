import "server-only";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { insist, refuse } from "@/lib/core/decision";
import type { Locale } from "@/lib/db/generated/enums";
import { decideText } from "../rules/fields";

type Text = { readonly subject: string; readonly body: string };

/** A template as it should be. */
export type TemplateContent = {
  readonly name: string;
  readonly texts: Readonly<Record<Locale, Text>>;
};

const isWritten = ({ subject, body }: Text) => subject !== "" && body !== "";

function insistTexts(texts: TemplateContent["texts"]): [Locale, Text][] {
  const entries = Object.entries(texts) as [Locale, Text][];
  for (const [locale, text] of entries) {
    if ((text.subject === "") !== (text.body === ""))
      insist(
        refuse("message.halfWritten", undefined, `texts.${locale}.${text.subject ? "body" : "subject"}`),
      );
    insist(decideText(text.subject, `texts.${locale}.subject`));
    insist(decideText(text.body, `texts.${locale}.body`));
  }
  const written = entries.filter(([, text]) => isWritten(text));
  if (written.length === 0) insist(refuse("message.noText", undefined, "texts.da.subject"));
  return written;
}

/** Writes a template of a cohort, a new one where `templateId` is empty; returns its id. Refused where its name is taken. */
export async function saveTemplate(
  work: Work,
  cohort: LoadedCohort,
  templateId: string,
  version: number,
  { name, texts }: TemplateContent,
): Promise<string> {
  const written = insistTexts(texts);
  const namesake = await work.tx.messageTemplate.findFirst({
    where: { cohortId: cohort.id, name, ...(templateId && { id: { not: templateId } }) },
    select: { id: true },
  });
  if (namesake) insist(refuse("message.nameTaken", undefined, "name"));
  const id = templateId || crypto.randomUUID();
  if (templateId) {
    const { count } = await work.tx.messageTemplate.updateMany({
      where: { id, cohortId: cohort.id, version },
      data: { name, version: { increment: 1 } },
    });
    if (count === 0) insist(refuse("conflict"));
  } else {
    await work.tx.messageTemplate.create({ data: { id, cohortId: cohort.id, name, createdAt: work.now } });
  }
  await work.tx.messageText.deleteMany({ where: { templateId: id } });
  await work.tx.messageText.createMany({
    data: written.map(([locale, text]) => ({ templateId: id, locale, ...text })),
  });
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: templateId ? "messageTemplate.edited" : "messageTemplate.written",
    entity: "messageTemplate",
    entityId: id,
    detail: { locales: written.map(([locale]) => locale) },
  });
  return id;
}

/** Takes a template away, its reminders with it. What was sent or is scheduled with its words stays. */
export async function removeTemplate(work: Work, cohort: LoadedCohort, templateId: string): Promise<void> {
  const { count } = await work.tx.messageTemplate.deleteMany({
    where: { id: templateId, cohortId: cohort.id },
  });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "messageTemplate.removed",
    entity: "messageTemplate",
    entityId: templateId,
  });
}

/** Makes a template go out by itself before each session, or before the deadline. Refused where it does so already. */
export async function addReminder(
  work: Work,
  cohort: LoadedCohort,
  templateId: string,
  reminder: { readonly kind: "session" | "deadline"; readonly hoursBefore: number },
): Promise<void> {
  const template = await work.tx.messageTemplate.findFirst({
    where: { id: templateId, cohortId: cohort.id },
    select: { id: true, reminders: { where: reminder, select: { id: true } } },
  });
  if (!template) return insist(refuse("notFound"));
  if (template.reminders.length > 0) insist(refuse("message.reminderThere", undefined, "hoursBefore"));
  const { id } = await work.tx.messageReminder.create({
    data: { templateId, ...reminder, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "messageReminder.added",
    entity: "messageReminder",
    entityId: id,
    detail: reminder,
  });
}

/** Ends a reminder. What it has sent stays. */
export async function removeReminder(work: Work, cohort: LoadedCohort, reminderId: string): Promise<void> {
  const { count } = await work.tx.messageReminder.deleteMany({
    where: { id: reminderId, template: { cohortId: cohort.id } },
  });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "messageReminder.removed",
    entity: "messageReminder",
    entityId: reminderId,
  });
}
