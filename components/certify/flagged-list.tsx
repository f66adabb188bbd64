import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { FlaggedObservation } from "@/lib/frameworks/queries/list-assessors";
import { formatDate } from "@/lib/i18n/format";

/** What was observed by somebody who is barred today: it stands, and the certifying body looks at it again. */
export function FlaggedList({ flagged }: { flagged: readonly FlaggedObservation[] }) {
  const t = useTranslations("certify.assessors");
  const locale = useLocale();
  if (flagged.length === 0) return null;
  return (
    <Callout tone="warning" title={t("flaggedTitle")}>
      <p>{t("flaggedLead")}</p>
      <ul className="list-disc ps-5 pt-2">
        {flagged.map((each) => {
          const words = t("flagged", {
            assessor: each.assessor,
            participant: each.participant,
            date: formatDate(new Date(`${each.observedOn}T12:00:00Z`), locale, "UTC"),
          });
          return (
            <li key={each.observationId}>
              {each.caseId ? (
                <Link href={`/certify/cases/${each.caseId}/observations/${each.observationId}`}>{words}</Link>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}
