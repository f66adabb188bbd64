import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { noteApplicationAction } from "@/lib/applications/actions";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { formatDateTime } from "@/lib/i18n/format";

/** What staff wrote about an application for each other, and a box for the next note. The applicant never sees it here. */
export function InboxNotes({ application }: { application: CohortApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { notes, own, timeZone } = application;
  return (
    <section aria-labelledby="notes" className="grid gap-3 border-t border-line pt-5">
      <div>
        <h3 id="notes" className="font-semibold">
          {t("notes.title")}
        </h3>
        <p className="text-sm text-muted">{t("notes.hint")}</p>
      </div>
      {notes.length > 0 ? (
        <ul className="grid gap-3">
          {notes.map((note) => (
            <li key={note.id} className="border-s-2 border-line ps-3">
              <p className="max-w-prose whitespace-pre-line">{note.text}</p>
              <p className="text-sm text-muted">
                {note.author}, {formatDateTime(note.createdAt, locale, timeZone)}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {own ? null : (
        <ActionForm
          action={noteApplicationAction}
          fields={{ applicationId: application.id }}
          resetOnOk
          className="max-w-prose gap-3"
        >
          <div data-key="note">
            <TextAreaField name="text" label={t("notes.label")} rows={2} />
          </div>
          <SubmitButton tone="secondary" size="small" className="justify-self-start">
            {t("notes.save")}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
