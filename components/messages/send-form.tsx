import { useLocale, useTranslations } from "next-intl";
import { useZoneName } from "@/components/cohorts/cohort-fields";
import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TimeField } from "@/components/ui/time-field";
import { MessageAudience } from "@/lib/db/generated/enums";
import { formatShortDate } from "@/lib/i18n/format";
import { sendMessageAction } from "@/lib/messages/actions";
import type { TemplateRow } from "@/lib/messages/queries/list-templates";

type Props = {
  cohortId: string;
  zone: string;
  templates: TemplateRow[];
  sessions: readonly { id: string; theme: string; startsAt: Date }[];
};

/** Sends a template to some of a cohort's people: now, or on a day at a time. */
export function SendForm({ cohortId, zone, templates, sessions }: Props) {
  const t = useTranslations("messages");
  const zoneName = useZoneName();
  const locale = useLocale();
  return (
    <Section title={t("send.title")} lead={t("send.lead")}>
      <ActionForm action={sendMessageAction} fields={{ cohortId }}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="templateId"
            label={t("send.template")}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="audience"
            label={t("send.audience")}
            options={Object.values(MessageAudience).map((value) => ({
              value,
              label: t(`audience.${value}`),
            }))}
          />
          <SelectField
            name="sessionId"
            label={t("send.session")}
            optional
            options={[
              { value: "", label: t("send.nextSession") },
              ...sessions.map(({ id, theme, startsAt }) => ({
                value: id,
                label: `${formatShortDate(startsAt, locale, zone)} ${theme}`,
              })),
            ]}
          />
        </div>
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField name="sendOn" label={t("send.day")} hint={t("send.dayHint")} optional />
          <TimeField
            name="sendTime"
            label={t("send.time")}
            hint={t("send.timeHint", { zone: zoneName(zone) })}
            optional
          />
        </div>
        <div>
          <SubmitButton icon="mail">{t("send.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
