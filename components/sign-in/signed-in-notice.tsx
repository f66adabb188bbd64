import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

/** Whoever is signed in already can go on, or sign in as somebody else below. */
export function SignedInNotice({ name, href }: { name: string; href: string }) {
  const t = useTranslations("sign-in");
  return (
    <Callout
      tone="info"
      title={t("signedInAs", { name })}
      actions={
        <LinkButton href={href} size="small" tone="secondary" icon="arrowRight">
          {t("goOn")}
        </LinkButton>
      }
    />
  );
}
