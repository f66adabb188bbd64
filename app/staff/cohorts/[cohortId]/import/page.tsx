import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LabelledExport } from "@/components/lists/export-links";
import { ImportForm } from "@/components/lists/import-form";
import { Section } from "@/components/ui/section";
import { clientMessages } from "@/lib/i18n/client-messages";
import { importSessionsAction } from "@/lib/lists/actions";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lists");
  return { title: t("import.sessions.title") };
}

export default async function ImportSessionsPage({ params }: Props) {
  const { cohort } = await loadBoard((await params).cohortId);
  const t = await getTranslations("lists");
  return (
    <Section title={t("import.sessions.title")} lead={t("import.sessions.lead")}>
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-muted">{t("import.sessions.template")}</span>
        <LabelledExport list="sessions" cohortId={cohort.id} />
      </div>
      <NextIntlClientProvider messages={await clientMessages("lists", "refusals")}>
        <ImportForm
          action={importSessionsAction}
          fields={{ cohortId: cohort.id }}
          hint={t("import.sessions.hint")}
        />
      </NextIntlClientProvider>
    </Section>
  );
}
