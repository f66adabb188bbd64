import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Home, openCaseOf } from "@/components/my/home";
import { Newcomer } from "@/components/my/newcomer";
import { PageHeader } from "@/components/ui/page-header";
import { listMyApplications } from "@/lib/applications/queries/list-my-applications";
import { listMyAttendance } from "@/lib/attendance/queries/list-my-attendance";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import { listMyCases } from "@/lib/certification/queries/list-my-cases";
import { listPublicCohorts } from "@/lib/cohorts/queries/list-public-cohorts";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";
import { listMyProjects } from "@/lib/portfolio/queries/list-my-projects";

const OPEN_SHOWN = 4;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("my");
  return { title: t("pageTitle") };
}

export default async function Page() {
  const acting = await requireActor("my.view");
  const [t, locale, { name }] = await Promise.all([getTranslations("my"), getLocale(), currentActor()]);
  const now = new Date();
  const [attendance, cases, observations, visits, projects, certificates, applications] = await Promise.all([
    listMyAttendance(acting, now),
    listMyCases(acting, locale, now),
    listObservations(acting),
    listVisits(acting, { time: "ahead" }),
    listMyProjects(acting),
    listMyCertificates(acting, locale, now),
    listMyApplications(acting),
  ]);
  const isNew = attendance.length === 0 && applications.length === 0 && certificates.length === 0;
  const followed = openCaseOf({ cases, certificates });
  const lacking = followed?.state === "collecting" ? followed.criteria.filter(({ met }) => !met).length : 0;
  return (
    <>
      <PageHeader
        title={t("title", { name: name.split(" ")[0] ?? name })}
        lead={
          followed && lacking > 0 ? (
            <a href="#certification">
              {t("certification.lacking", { count: lacking, all: followed.criteria.length })}
            </a>
          ) : undefined
        }
      />
      {isNew ? (
        <Newcomer
          cohorts={
            (await listPublicCohorts(await requireActor("catalogue.view"), {}, 1, now, OPEN_SHOWN)).cohorts
          }
        />
      ) : (
        <Home
          facts={{ attendance, cases, observations, visits, projects, certificates, applications }}
          now={now}
        />
      )}
    </>
  );
}
