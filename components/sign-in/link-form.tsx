import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField } from "@/components/ui/text-field";
import { requestSignInLinkAction } from "@/lib/auth/sign-in/actions";

type LinkFormProps = {
  /** A path of ours to go on to afterwards; empty for the person's own area. */
  callbackPath: string;
  locale: string;
  /** Whoever signs in again need not write their address again. */
  email?: string;
};

/** Asks for a sign-in link. */
export function LinkForm({ callbackPath, locale, email }: LinkFormProps) {
  const t = useTranslations("sign-in");
  return (
    <ActionForm
      action={requestSignInLinkAction}
      fields={{ callbackUrl: callbackPath, locale }}
      okMessage={false}
    >
      <EmailField name="email" label={t("email")} hint={t("emailHint")} defaultValue={email || undefined} />
      <div>
        <SubmitButton icon="mail" pendingLabel={t("sending")}>
          {t("send")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
