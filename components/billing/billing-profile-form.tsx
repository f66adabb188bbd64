import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, NumberField, TextField } from "@/components/ui/text-field";
import { saveBillingProfileAction } from "@/lib/billing/actions";
import type { BillingProfileRow } from "@/lib/billing/queries/list-billing-profiles";

/** What a provider's invoices say of it. */
export function BillingProfileForm({ provider }: { provider: BillingProfileRow }) {
  const t = useTranslations("billing");
  const { profile } = provider;
  const { version = 0, lastNumber = 0, ...values } = profile ?? {};
  return (
    <Card className="grid gap-5">
      {provider.registrationNumber ? (
        <p>
          {t("profile.numbers", {
            number: provider.registrationNumber,
            gln: provider.gln ?? "–",
            last: lastNumber,
          })}
        </p>
      ) : (
        <Callout tone="warning" title={t("profile.noNumber")} />
      )}
      <ActionForm
        fields={{ providerId: provider.id, version }}
        key={version}
        action={saveBillingProfileAction}
        defaultValues={{ paymentDays: 30, ...values }}
        className="max-w-form"
      >
        <TextField name="street" label={t("profile.street")} size="medium" />
        <TextField name="postalCode" label={t("profile.postalCode")} size="short" />
        <TextField name="city" label={t("profile.city")} size="medium" />
        <NumberField name="bankRegistration" label={t("profile.bankRegistration")} size="short" />
        <NumberField name="bankAccount" label={t("profile.bankAccount")} size="medium" />
        <TextField name="contactName" label={t("profile.contactName")} size="medium" autoComplete="off" />
        <EmailField name="contactEmail" label={t("profile.contactEmail")} size="medium" autoComplete="off" />
        <NumberField name="paymentDays" label={t("profile.paymentDays")} unit={t("profile.days")} />
        <div>
          <SubmitButton>{t("profile.save")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
