import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";

type ConfirmFormProps = {
  token: string;
  email: string;
  callbackPath: string;
  /** Who is signed in already, where that is somebody else. */
  otherPerson?: string;
};

/** The button that uses a sign-in link: a plain form, whose answer sets the session's cookie. */
export function ConfirmForm({ token, email, callbackPath, otherPerson }: ConfirmFormProps) {
  const t = useTranslations("sign-in");
  return (
    <form method="post" action="/api/auth/link" className="grid justify-items-start gap-6">
      {otherPerson ? (
        <Callout tone="warning">{t("confirm.other", { name: otherPerson, email })}</Callout>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="callbackUrl" value={callbackPath} />
      <SubmitButton icon="arrowRight">{t("confirm.button")}</SubmitButton>
    </form>
  );
}
