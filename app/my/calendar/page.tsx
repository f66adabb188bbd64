import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedPanel } from "@/components/calendar/feed-panel";
import { MyCalendarList } from "@/components/calendar/my-calendar-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getMyFeed } from "@/lib/calendar/queries/get-my-feed";
import { listMyCalendar } from "@/lib/calendar/queries/list-my-calendar";
import { settings } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar");
  return { title: t("mine.title") };
}

export default async function MyCalendarPage() {
  const acting = await requireActor("calendar.manage");
  const { publicUrl, secret } = settings();
  const [calendar, feed, t] = await Promise.all([
    listMyCalendar(acting, publicUrl, new Date()),
    getMyFeed(acting, secret),
    getTranslations("calendar"),
  ]);
  return (
    <>
      <PageHeader title={t("mine.title")} lead={t("mine.lead")} />
      <MyCalendarList calendar={calendar} />
      <FeedPanel feed={feed} publicUrl={publicUrl} />
    </>
  );
}
