import { useTranslations } from "next-intl";
import type { NameThenAndNow } from "@/lib/organisations/rules/name-at";

/** Who certifies: the name at the time and, where it has changed, the name now. */
export function CertifierText({ certifier }: { certifier: NameThenAndNow }) {
  const t = useTranslations("programmes");
  return certifier.renamed
    ? t("certifierRenamed", { past: certifier.atTheTime, now: certifier.now })
    : certifier.atTheTime;
}
