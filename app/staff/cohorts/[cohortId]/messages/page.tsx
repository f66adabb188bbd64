import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessageLog } from "@/components/messages/message-log";
import { SendForm } from "@/components/messages/send-form";
import { TemplateTable } from "@/components/messages/template-table";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { listTemplates } from "@/lib/messages/queries/list-templates";
import { listCohortSessions } from "@/lib/sessions/queries/list-cohort-sessions";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("pageTitle") };
}

export default async function MessagesPage({ params, searchParams }: Props) {
  const { acting, cohort, now } = await loadBoard((await params).cohortId);
  const query = await searchParams;
  const page = pageParam(query);
  const [templates, messages, sessions] = await Promise.all([
    listTemplates(acting, cohort.id),
    listMessages(acting, cohort.id, page),
    listCohortSessions(acting, cohort.id),
  ]);
  const toCome = sessions.filter(({ startsAt, state }) => startsAt > now && state !== "cancelled");
  return (
    <>
      <TemplateTable cohortId={cohort.id} templates={templates} />
      {templates.length > 0 && cohort.state !== "draft" ? (
        <SendForm cohortId={cohort.id} zone={cohort.timeZone} templates={templates} sessions={toCome} />
      ) : null}
      <MessageLog cohortId={cohort.id} zone={cohort.timeZone} messages={messages.rows} />
      <Pagination path={`/staff/cohorts/${cohort.id}/messages`} params={query} page={page} {...messages} />
    </>
  );
}
