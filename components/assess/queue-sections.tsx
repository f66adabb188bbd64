import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import type { QueueEntry } from "@/lib/observations/queries/list-assessment-queue";
import { QueueTable } from "./queue-table";

/** People on one page. */
const PAGE = 100;

type Props = {
  queue: readonly QueueEntry[];
  /** Why one may not observe somebody, in words, by their place. */
  reasons: Map<string, string>;
  page: number;
  params: SearchParams;
};

/** Who still has to be observed: first those one may observe, however many pages they fill, then those one may not. */
export function QueueSections({ queue, reasons, page, params }: Props) {
  const t = useTranslations("assess.queue");
  const inOrder = [...queue.filter(({ barred }) => !barred), ...queue.filter(({ barred }) => barred)];
  const shown = inOrder.slice((page - 1) * PAGE, page * PAGE);
  const barred = shown.filter((entry) => entry.barred);
  const empty =
    queue.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState> : t("emptyOpen");
  return (
    <>
      <Section title={t("open")} lead={t("lead")} actions={<ExportLinks list="assessmentQueue" />}>
        <QueueTable entries={shown.filter((entry) => !entry.barred)} caption={t("open")} empty={empty} />
      </Section>
      {barred.length > 0 ? (
        <Section title={t("barred")} lead={t("barredLead")}>
          <QueueTable entries={barred} caption={t("barred")} empty={null} reasons={reasons} />
        </Section>
      ) : null}
      <Pagination path="/assess" params={params} page={page} pageSize={PAGE} total={queue.length} />
    </>
  );
}
