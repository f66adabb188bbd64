import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Inbox } from "@/components/applications/inbox";
import { ExportLinks } from "@/components/lists/export-links";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { getCohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { getLetters } from "@/lib/applications/queries/get-letters";
import { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { expectedPlace, type InboxView, inboxOrders, trayOf } from "@/lib/applications/rules/inbox";
import { applicantRoles } from "@/lib/applications/rules/roles";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("inbox.pageTitle") };
}

function viewOf(query: SearchParams): InboxView {
  const order = firstParam(query, "order") ?? "";
  const track = firstParam(query, "track") ?? "";
  return {
    tray: trayOf(firstParam(query, "tray")),
    search: (firstParam(query, "q") ?? "").trim().slice(0, 100),
    role: applicantRoles.find((role) => role === firstParam(query, "role")) ?? null,
    trackId: isId(track) ? track : null,
    order: inboxOrders.find((each) => each === order.replace(/^-/, "")) ?? "submitted",
    descending: order.startsWith("-"),
    page: pageParam(query),
  };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("application.decide");
  const { cohortId } = await params;
  const query = await searchParams;
  const now = new Date();
  const seats = isId(cohortId) ? await getCohortSeats(acting, cohortId, now) : null;
  if (!seats) notFound();
  const view = viewOf(query);
  const openId = firstParam(query, "open") ?? "";
  const [inbox, open] = await Promise.all([
    listCohortApplications(acting, cohortId, view, now),
    isId(openId) ? getCohortApplication(acting, cohortId, openId, now) : null,
  ]);
  const decidable = open !== null && (open.mayAdmit || open.mayDecline);
  const letters = decidable ? await getLetters(acting, open.id, expectedPlace(seats, open)) : null;
  return (
    <>
      <div className="mb-6">
        <ExportLinks list="applications" cohortId={cohortId} />
      </div>
      <Inbox seats={seats} view={view} params={query} inbox={inbox} open={open} letters={letters} />
    </>
  );
}
