import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import type { EnquiryRow } from "@/lib/enquiries/queries/list-enquiries";
import { EnquiryTable } from "./enquiry-table";

type EnquiryInboxProps = {
  /** Where this inbox lives: the provider's area or the certifying body's. */
  path: string;
  params: SearchParams;
  show: "open" | "ended";
  page: number;
  rows: EnquiryRow[];
  total: number;
  pageSize: number;
};

/** The enquiries of an organisation, to answer or ended: the same screen for a provider's staff and a body's certifiers. */
export function EnquiryInbox({ path, params, show, page, rows, total, pageSize }: EnquiryInboxProps) {
  const t = useTranslations("staff");
  return (
    <>
      <PageHeader title={t("enquiries.title")} lead={t("enquiries.lead")} />
      <div className="mb-6">
        <TabLinks
          label={t("enquiries.title")}
          tabs={[
            { label: t("enquiries.open"), href: path, current: show === "open" },
            { label: t("enquiries.ended"), href: `${path}?show=ended`, current: show === "ended" },
          ]}
        />
      </div>
      <ExportLinks list="enquiries" filter={{ show }} />
      <EnquiryTable enquiries={rows} show={show} path={path} />
      <Pagination path={path} params={params} page={page} pageSize={pageSize} total={total} />
    </>
  );
}
