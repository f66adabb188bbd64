import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type ProviderButtonProps = {
  /** What people call the provider. */
  name: string;
  callbackPath: string;
  intent: "signIn" | "again" | "link";
};

/** Sends the browser to the identity provider: a plain form, because the answer leads to another site. */
export function ProviderButton({ name, callbackPath, intent }: ProviderButtonProps) {
  const t = useTranslations("sign-in");
  const label = {
    signIn: t("with", { name }),
    again: t("withAgain", { name }),
    link: t("account.connect", { name }),
  };
  return (
    <form method="post" action="/api/auth/oidc" className="grid justify-items-start gap-4">
      {intent === "link" ? null : (
        <p className="flex w-full items-center gap-3 text-muted before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
          {t("or")}
        </p>
      )}
      <input type="hidden" name="callbackUrl" value={callbackPath} />
      <input type="hidden" name="intent" value={intent} />
      <Button type="submit" tone="secondary" icon="shield">
        {label[intent]}
      </Button>
    </form>
  );
}
