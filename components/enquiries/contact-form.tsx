import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextAreaField, TextField } from "@/components/ui/text-field";
import type { Addressee } from "@/lib/enquiries/queries/list-addressees";
import { SendEnquiryFrame } from "./send-enquiry-frame";

type ContactFormProps = { addressees: readonly Addressee[]; sender: { name: string; email: string } };

/** A question to a body that trains or certifies. Whoever is signed in does not type their name again. */
export function ContactForm({ addressees, sender }: ContactFormProps) {
  const t = useTranslations("public");
  const locale = useLocale();
  const [only] = addressees.length === 1 ? addressees : [];
  if (addressees.length === 0) return <EmptyState icon="mail" title={t("contact.nobody")} />;
  return (
    <SendEnquiryFrame fields={{ locale }} defaultValues={sender} className="max-w-form">
      {only ? (
        <input type="hidden" name="toOrganisationId" value={only.id} />
      ) : (
        <RadioGroup
          name="toOrganisationId"
          label={t("contact.to")}
          options={addressees.map(({ id, name, kind }) => ({
            value: id,
            label: name,
            hint: kind === "provider" ? t("contact.provider") : t("contact.certifyingBody"),
          }))}
        />
      )}
      <TextAreaField
        name="question"
        label={t("contact.question")}
        hint={t("contact.questionHint")}
        rows={6}
        maxLength={4000}
      />
      <TextField name="name" label={t("contact.name")} autoComplete="name" maxLength={120} />
      <EmailField name="email" label={t("contact.email")} hint={t("contact.emailHint")} />
      <div>
        <SubmitButton icon="mail">{t("contact.send")}</SubmitButton>
      </div>
    </SendEnquiryFrame>
  );
}
