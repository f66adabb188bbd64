import { useTranslations } from "next-intl";
import { StatusTag } from "@/components/ui/status-tag";
import type { CertificateStanding } from "@/lib/certificates/rules/standing";
import { standingLooks } from "./standing-look";

/** What a certificate is worth today, in a word. */
export function StandingTag({ standing }: { standing: CertificateStanding }) {
  const t = useTranslations("certificates.standing");
  return <StatusTag {...standingLooks[standing]}>{t(standing)}</StatusTag>;
}
