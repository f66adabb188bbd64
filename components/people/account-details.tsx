import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DescriptionList } from "@/components/ui/description-list";
import { Card, Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { locales } from "@/lib/i18n/locales";
import { updateAccountAction } from "@/lib/people/actions";
import type { Account } from "@/lib/people/queries/get-account";

/** What one says of oneself. */
export function AccountDetails({ account }: { account: Account }) {
  const t = useTranslations("sign-in");
  return (
    <Section title={t("account.details")}>
      <Card>
        <DescriptionList
          className="mb-5"
          items={[
            {
              term: t("account.email"),
              detail: (
                <>
                  {account.email}
                  <span className="block text-sm text-muted">{t("account.emailHint")}</span>
                </>
              ),
            },
          ]}
        />
        <ActionForm action={updateAccountAction} className="max-w-form">
          <TextField
            name="name"
            label={t("account.name")}
            hint={t("account.nameHint")}
            defaultValue={account.name}
            autoComplete="name"
          />
          <TextField
            name="phone"
            type="tel"
            label={t("account.phone")}
            optional
            size="medium"
            defaultValue={account.phone ?? ""}
            autoComplete="tel"
          />
          <SelectField
            name="locale"
            label={t("account.locale")}
            hint={t("account.localeHint")}
            placeholder={false}
            defaultValue={account.locale}
            options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
          <div>
            <SubmitButton>{t("account.save")}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </Section>
  );
}
