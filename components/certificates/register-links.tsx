import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** From the register to issuing and to what the nightly check found. */
export function RegisterLinks() {
  const t = useTranslations("certificates");
  return (
    <>
      <LinkButton href="/certify/certificates/issuing" tone="secondary" icon="award">
        {t("issuing.title")}
      </LinkButton>
      <LinkButton href="/certify/certificates/checks" tone="secondary" icon="shield">
        {t("checks.title")}
      </LinkButton>
    </>
  );
}
