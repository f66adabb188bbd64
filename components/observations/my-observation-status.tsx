import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate } from "@/lib/i18n/format";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import { decideResponse } from "@/lib/observations/rules/response";

/** What a participant can do with an observation now: answer until when, or that it is closed. */
export function MyObservationStatus({ observation, now }: { observation: ObservationView; now: Date }) {
  const t = useTranslations("observations");
  const locale = useLocale();
  const due = observation.responseDueAt;
  const date = due ? formatDate(due, locale, observation.timeZone) : "";
  if (decideResponse(observation, now).ok) {
    return (
      <Callout actions={<LinkButton href="#response">{t("response.title")}</LinkButton>}>
        {t("my.shared", { date })}
      </Callout>
    );
  }
  if (observation.state === "shared") return <Callout tone="warning">{t("my.lapsed", { date })}</Callout>;
  return (
    <Callout tone="neutral" icon="lock">
      {t("my.locked")}
    </Callout>
  );
}
