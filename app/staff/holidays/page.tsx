import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HolidayPage } from "@/components/holidays/holiday-page";
import { LabelledExport } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { civilDay } from "@/lib/core/dates";
import { listMunicipalities } from "@/lib/holidays/queries/list-municipalities";
import { listSchoolHolidays } from "@/lib/holidays/queries/list-school-holidays";
import { holidayYear } from "@/lib/holidays/rules/school-holidays";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planning"))("holidays.title") };
}

export default async function HolidaysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("session.manage");
  const now = new Date();
  const year = holidayYear((await searchParams).year, civilDay(now));
  const t = await getTranslations("planning");
  const [holidays, municipalities, providers] = await Promise.all([
    listSchoolHolidays(acting, `${year}-01-01`, `${year + 1}-12-31`),
    listMunicipalities(acting, now),
    listOwnProviders(acting, now),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/staff/plan" }]}
        title={t("holidays.title")}
        lead={t("holidays.lead")}
      />
      <div className="flex flex-wrap gap-x-8">
        <LabelledExport list="schoolHolidays" filter={{ year: String(year) }} />
        <LabelledExport list="publicHolidays" filter={{ year: String(year) }} />
      </div>
      <HolidayPage year={year} holidays={holidays} municipalities={municipalities} providers={providers} />
    </>
  );
}
