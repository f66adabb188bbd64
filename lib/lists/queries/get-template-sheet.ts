import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { Locale } from "@/lib/db/generated/enums";
import { localeNames } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { listTemplates } from "@/lib/messages/queries/list-templates";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

/** A cohort's templates, a row for each language, with the reminders that send them; null out of reach. */
export async function getTemplateSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const [templates, t, words] = await Promise.all([
    listTemplates(acting, cohort.id),
    translatorFor(locale, "lists"),
    translatorFor(locale, "messages"),
  ]);
  return {
    name: t("templates.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.language") },
      { header: words("template.subject") },
      { header: words("template.body") },
      { header: words("reminder.title") },
    ],
    rows: templates.flatMap(({ name, texts, reminders }) => {
      const sentBy = reminders.map(({ kind, hoursBefore }) =>
        words(`reminder.${kind}`, { hours: hoursBefore }),
      );
      // One that nobody has written yet is on the list too.
      return (texts.length > 0 ? texts : [null]).map((text) => [
        name,
        text && localeNames[text.locale],
        text?.subject ?? null,
        text?.body ?? null,
        sentBy.join(", "),
      ]);
    }),
  };
}
