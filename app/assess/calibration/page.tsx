import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundTable } from "@/components/calibration/round-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listRounds } from "@/lib/calibration/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calibration"))("title") };
}

export default async function CalibrationPage() {
  const acting = await requireActor("calibration.rate");
  const t = await getTranslations("calibration");
  return (
    <>
      <PageHeader title={t("title")} lead={t("leadAssessor")} />
      <RoundTable rounds={await listRounds(acting)} basePath="/assess/calibration" forAssessor />
    </>
  );
}
