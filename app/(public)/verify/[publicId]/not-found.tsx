import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** No certificate at this address: what that means, and what to try. */
export default async function NoCertificate() {
  const t = await getTranslations("certificates.missing");
  return (
    <>
      <h1 className="mb-6 text-3xl">{t("title")}</h1>
      <EmptyState
        icon="search"
        title={t("text")}
        actions={<LinkButton href="/verify">{t("search")}</LinkButton>}
      />
    </>
  );
}
