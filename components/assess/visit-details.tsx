import Link from "next/link";
import { useTranslations } from "next-intl";
import { VisitTime } from "@/components/observations/visit-list";
import { DescriptionList } from "@/components/ui/description-list";
import type { VisitView } from "@/lib/observations/queries/get-visit";

/** When, where, whom, and how to reach them. */
export function VisitDetails({ visit }: { visit: VisitView }) {
  const t = useTranslations("assess.visit");
  const words = useTranslations("observations.field");
  const items = [
    { term: t("when"), detail: <VisitTime visit={visit} /> },
    { term: t("place"), detail: visit.place },
    {
      term: words("participant"),
      detail: (
        <>
          <Link href={`/assess/participants/${visit.enrolmentId}`}>{visit.participant}</Link>
          <span className="block text-sm text-muted">
            {[visit.title, visit.organisation, visit.cohort].filter(Boolean).join(", ")}
          </span>
        </>
      ),
    },
    visit.email
      ? {
          term: t("contact"),
          detail: (
            <>
              <a href={`mailto:${visit.email}`}>{visit.email}</a>
              {visit.phone ? (
                <a href={`tel:${visit.phone}`} className="block">
                  {visit.phone}
                </a>
              ) : null}
            </>
          ),
        }
      : null,
    visit.travelMinutes > 0
      ? { term: t("travel"), detail: t("travelMinutes", { minutes: visit.travelMinutes }) }
      : null,
    visit.cancelReason ? { term: t("reason"), detail: visit.cancelReason } : null,
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}
