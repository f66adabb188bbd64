import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AskedToRepresent, Represented } from "@/components/certification/represented-cases";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listRepresentedCases } from "@/lib/certification/queries/list-represented-cases";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.represented");
  return { title: t("title") };
}

export default async function RepresentedPage() {
  const acting = await requireActor("case.represent");
  const t = await getTranslations("certification.represented");
  const now = new Date();
  const { asked, cases } = await listRepresentedCases(acting, await getLocale(), now);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {asked.length + cases.length === 0 ? (
        <EmptyState icon="people" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : null}
      <div className="grid gap-6">
        {asked.map((each) => (
          <AskedToRepresent key={each.id} asked={each} />
        ))}
      </div>
      <div className={asked.length > 0 ? "mt-12" : ""}>
        {cases.map((its) => (
          <Represented key={its.id} its={its} now={now} />
        ))}
      </div>
    </>
  );
}
