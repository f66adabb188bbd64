import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import type { VisitView } from "@/lib/observations/queries/get-visit";
import { VisitTime } from "./visit-list";

/** Who comes to a participant, when and where; without a time while that is still to be picked. */
export function VisitFacts({ visit, withoutTime }: { visit: VisitView; withoutTime: boolean }) {
  const t = useTranslations("observations");
  const assessors = visit.pair ? `${visit.assessor}, ${visit.pair.second}` : visit.assessor;
  const items = [
    { term: t("field.assessor"), detail: assessors },
    withoutTime ? null : { term: t("field.when"), detail: <VisitTime visit={visit} /> },
    { term: t("field.where"), detail: visit.place },
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}
