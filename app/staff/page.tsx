import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffHome } from "@/components/staff/staff-home";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listCohorts, liveStates } from "@/lib/cohorts/queries/list-cohorts";
import { countOpenEnquiries } from "@/lib/enquiries/queries/count-open-enquiries";
import { listUpcomingSessions } from "@/lib/sessions/queries/list-upcoming-sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("home.title") };
}

const AHEAD_MS = 60 * 86_400_000;

export default async function StaffPage() {
  const acting = await requireActor("staff.view");
  const t = await getTranslations("staff");
  const now = new Date();
  const [{ rows }, sessions, enquiries] = await Promise.all([
    listCohorts(acting, { states: liveStates }),
    listUpcomingSessions(acting, now, new Date(now.getTime() + AHEAD_MS)),
    countOpenEnquiries(await requireActor("enquiry.answer")),
  ]);
  return (
    <>
      <PageHeader
        title={t("home.title")}
        actions={
          <LinkButton href="/staff/cohorts/new" icon="plus">
            {t("home.newCohort")}
          </LinkButton>
        }
      />
      <StaffHome cohorts={rows} sessions={sessions} enquiries={enquiries} now={now} />
    </>
  );
}
