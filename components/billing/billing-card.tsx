import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";

/** What is corrected or added above a table of bills, with the way back to the table alone at `closeTo`. */
export function BillingCard({
  title,
  closeTo,
  children,
}: {
  title: string;
  closeTo: string;
  children: ReactNode;
}) {
  const t = useTranslations("billing");
  return (
    <Card className="mb-6 grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg">{title}</h3>
        <LinkButton href={closeTo} tone="quiet" size="small" icon="close" scroll={false}>
          {t("correct.close")}
        </LinkButton>
      </div>
      {children}
    </Card>
  );
}
