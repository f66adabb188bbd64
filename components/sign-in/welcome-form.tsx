import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { locales } from "@/lib/i18n/locales";
import { welcomeAction } from "@/lib/people/actions";

/** Asks for the name and the language of mails. */
export function WelcomeForm({ callbackPath, locale }: { callbackPath: string; locale: string }) {
  const t = useTranslations("sign-in");
  return (
    <ActionForm action={welcomeAction} fields={{ callbackUrl: callbackPath }} okMessage={false}>
      <TextField name="name" label={t("welcome.name")} hint={t("welcome.nameHint")} autoComplete="name" />
      <SelectField
        name="locale"
        label={t("welcome.locale")}
        placeholder={false}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <div>
        <SubmitButton>{t("welcome.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
