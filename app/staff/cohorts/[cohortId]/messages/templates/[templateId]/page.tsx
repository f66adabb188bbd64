import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MessagePreview } from "@/components/messages/message-preview";
import { ReminderPanel } from "@/components/messages/reminder-panel";
import { TemplateForm } from "@/components/messages/template-form";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { isId } from "@/lib/core/ids";
import { getPreview } from "@/lib/messages/queries/get-preview";
import { listTemplates } from "@/lib/messages/queries/list-templates";
import { loadBoard } from "../../../load-board";

type Props = {
  params: Promise<{ cohortId: string; templateId: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("template.title") };
}

/** One template, or a new one (`new`): its words, how one person would read it, and when it goes out by itself. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { cohortId, templateId } = await params;
  const { acting, cohort, now } = await loadBoard(cohortId);
  const templates = templateId === "new" ? [] : await listTemplates(acting, cohort.id);
  const template = templates.find(({ id }) => id === templateId) ?? null;
  if (!template && templateId !== "new") notFound();
  const reader = firstParam(await searchParams, "as") ?? "";
  const preview = template && (await getPreview(acting, template.id, isId(reader) ? reader : "", now));
  return (
    <>
      <TemplateForm cohortId={cohort.id} template={template} />
      {template ? <MessagePreview preview={preview} /> : null}
      {template ? <ReminderPanel cohortId={cohort.id} template={template} /> : null}
    </>
  );
}
