import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";
import { ObservationStateTag } from "./state-tags";

/** A participant's own observations, as cards: what waits for an answer has the deadline and the button. */
export function MyObservationList({ observations }: { observations: ObservationItem[] }) {
  const t = useTranslations("observations");
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {observations.map((row) => {
        const open = row.state === "shared";
        return (
          <li key={row.id}>
            <Card className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <div className="grid min-w-0 grow basis-64 justify-items-start gap-1">
                <p className="text-lg font-semibold">
                  {t("my.detail", {
                    date: formatDate(new Date(`${row.observedOn}T12:00:00Z`), locale, "UTC"),
                  })}
                </p>
                <p className="text-muted">{t("my.by", { name: row.assessor })}</p>
                <ObservationStateTag state={row.state} superseded={row.superseded} />
              </div>
              <div className="grid gap-1.5 sm:justify-items-end">
                {open && row.responseDueAt ? (
                  <p className="text-sm">
                    {t("field.respondBy")}{" "}
                    <strong className="font-semibold">
                      {formatDate(row.responseDueAt, locale, row.timeZone)}
                    </strong>
                  </p>
                ) : null}
                <LinkButton href={`/my/observations/${row.id}`} tone={open ? "primary" : "secondary"}>
                  {t(open ? "my.respond" : "my.read")}
                </LinkButton>
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
