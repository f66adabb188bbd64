import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { localeNames, locales } from "@/lib/i18n/locales";
import { removeTemplateAction, saveTemplateAction } from "@/lib/messages/actions";
import type { TemplateRow } from "@/lib/messages/queries/list-templates";
import { messageFields } from "@/lib/messages/rules/fields";

type Props = { cohortId: string; template: TemplateRow | null };

function FieldList() {
  const t = useTranslations("messages");
  return (
    <div className="grid gap-2 rounded-lg bg-sunken p-4 text-sm">
      <p className="font-medium">{t("fields.title")}</p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {messageFields.map((field) => (
          <div key={field} className="flex gap-2">
            <dt>
              <code>{`{{${field}}}`}</code>
            </dt>
            <dd className="text-muted">{t(`fields.${field}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The words of a template in each language; one may be left empty. */
export function TemplateForm({ cohortId, template }: Props) {
  const t = useTranslations("messages");
  const textOf = (locale: string) => template?.texts.find((text) => text.locale === locale);
  return (
    <Section title={template ? template.name : t("template.new")} lead={t("template.formLead")}>
      <FieldList />
      <ActionForm
        action={saveTemplateAction}
        fields={{ cohortId, templateId: template?.id ?? "", version: template?.version ?? 0 }}
        key={template?.version ?? 0}
      >
        <TextField name="name" label={t("template.name")} defaultValue={template?.name} maxLength={80} />
        {locales.map((locale) => (
          <fieldset key={locale} className="grid gap-4 border-s-3 border-line ps-4">
            <legend className="font-semibold">{localeNames[locale]}</legend>
            <TextField
              name={`texts.${locale}.subject`}
              label={t("template.subject")}
              defaultValue={textOf(locale)?.subject}
              maxLength={160}
              optional
            />
            <TextAreaField
              name={`texts.${locale}.body`}
              label={t("template.body")}
              defaultValue={textOf(locale)?.body}
              rows={6}
              optional
            />
          </fieldset>
        ))}
        <div>
          <SubmitButton>{t("template.save")}</SubmitButton>
        </div>
      </ActionForm>
      {template ? (
        <ActionButton
          action={removeTemplateAction}
          fields={{ cohortId, templateId: template.id }}
          tone="danger"
          size="small"
          icon="trash"
          confirm={{
            title: t("template.removeTitle"),
            consequences: t("template.removeText"),
            confirmLabel: t("template.remove"),
          }}
        >
          {t("template.remove")}
        </ActionButton>
      ) : null}
    </Section>
  );
}
