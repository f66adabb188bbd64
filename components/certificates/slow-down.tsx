import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of an answer to a network that asks too often. */
export function SlowDown({ minutes }: { minutes: number }) {
  const t = useTranslations("certificates.slow");
  return (
    <EmptyState icon="clock" title={t("title")}>
      {t("text", { minutes })}
    </EmptyState>
  );
}
