import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextField } from "@/components/ui/text-field";
import { locales } from "@/lib/i18n/locales";
import { createPersonAction } from "@/lib/people/actions";

/** Adds somebody who has not signed in yet, so that they can be given a role. */
export function PersonForm() {
  const t = useTranslations("admin.people");
  const tLanguage = useTranslations("sign-in.language");
  const locale = useLocale();
  return (
    <ActionForm action={createPersonAction} className="max-w-form">
      <TextField name="name" label={t("name")} autoComplete="off" />
      <EmailField name="email" label={t("email")} autoComplete="off" />
      <SelectField
        name="locale"
        label={t("locale")}
        placeholder={false}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: tLanguage(value) }))}
      />
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
