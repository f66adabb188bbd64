import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField } from "@/components/ui/text-field";
import { ReminderKind } from "@/lib/db/generated/enums";
import { addReminderAction, removeReminderAction } from "@/lib/messages/actions";
import type { TemplateRow } from "@/lib/messages/queries/list-templates";

/** When a template goes out by itself: so many hours before each session, or before the application deadline. */
export function ReminderPanel({ cohortId, template }: { cohortId: string; template: TemplateRow }) {
  const t = useTranslations("messages");
  return (
    <Section title={t("reminder.title")} lead={t("reminder.lead")}>
      {template.reminders.length > 0 ? (
        <ul className="grid gap-2">
          {template.reminders.map(({ id, kind, hoursBefore }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              {t(`reminder.${kind}`, { hours: hoursBefore })}
              <ActionButton
                action={removeReminderAction}
                fields={{ cohortId, reminderId: id }}
                tone="quiet"
                size="small"
                icon="trash"
              >
                {t("reminder.remove")}
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm action={addReminderAction} fields={{ cohortId, templateId: template.id }} resetOnOk>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="kind"
            label={t("reminder.kind")}
            options={Object.values(ReminderKind).map((value) => ({
              value,
              label: t(`reminder.before.${value}`),
            }))}
          />
          <NumberField
            name="hoursBefore"
            label={t("reminder.hours")}
            hint={t("reminder.hoursHint")}
            min={1}
            max={1440}
            defaultValue={48}
          />
        </div>
        <SubmitButton tone="secondary">{t("reminder.add")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
