import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ObservationStateTag } from "@/components/observations/state-tags";
import { Card } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";

const SHOWN = 4;

/** The newest observations that were shared with the person; one that was amended is read through its amendment. */
export function SharedObservations({ observations }: { observations: readonly ObservationItem[] }) {
  const t = useTranslations("my.observations");
  const locale = useLocale();
  const current = observations.filter(({ superseded }) => !superseded);
  if (current.length === 0) return <Card className="text-muted">{t("none")}</Card>;
  return (
    <Card>
      <ul className="divide-y divide-line">
        {current.slice(0, SHOWN).map(({ id, observedOn, assessor, organisation, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <span className="min-w-0">
              <Link
                href={`/my/observations/${id}`}
                className="inline-flex min-h-target items-center font-medium"
              >
                {formatDate(new Date(`${observedOn}T00:00:00Z`), locale, "UTC")}
              </Link>
              <span className="block text-sm text-muted">{t("by", { assessor, organisation })}</span>
            </span>
            <ObservationStateTag state={state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
