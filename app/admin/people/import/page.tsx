import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LabelledExport } from "@/components/lists/export-links";
import { ImportForm } from "@/components/lists/import-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { clientMessages } from "@/lib/i18n/client-messages";
import { importPeopleAction } from "@/lib/lists/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lists");
  return { title: t("import.people.title") };
}

export default async function ImportPeoplePage() {
  await requireActor("role.manage");
  const t = await getTranslations("lists");
  return (
    <>
      <PageHeader title={t("import.people.title")} lead={t("import.people.lead")} />
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <span className="text-muted">{t("import.people.template")}</span>
        <LabelledExport list="people" />
      </div>
      <NextIntlClientProvider messages={await clientMessages("lists", "refusals")}>
        <ImportForm action={importPeopleAction} hint={t("import.people.hint")} />
      </NextIntlClientProvider>
    </>
  );
}
