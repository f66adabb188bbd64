import { useLocale, useTranslations } from "next-intl";
import { ForecastLine } from "@/components/observations/forecast-line";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDate } from "@/lib/i18n/format";
import type { AssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";
import type { Forecast } from "@/lib/observations/rules/forecast";

type ParticipantSummaryProps = {
  participant: AssessedParticipant;
  forecast: Forecast;
  /** Why nothing can be booked, in a sentence; null if it can. */
  reason: string | null;
  /** Who could observe in the reader's place, the freest first; asked where the reader is barred. */
  others: readonly string[];
};

/** The head of a participant's page: who, what is missing, and whether a visit can be booked. */
export function ParticipantSummary({ participant, forecast, reason, others }: ParticipantSummaryProps) {
  const t = useTranslations("assess");
  const locale = useLocale();
  const { name, title, organisation, cohort, dueOn, timeZone, enrolmentId, barred, closed } = participant;
  const due = dueOn && formatDate(new Date(`${dueOn}T12:00:00Z`), locale, "UTC");
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("nav.queue"), href: "/assess" }]}
        title={name}
        lead={[title, organisation].filter(Boolean).join(", ")}
        meta={
          <>
            <span>{cohort}</span>
            {due ? (
              <span>
                {t("participant.dueOn")} <strong className="font-semibold">{due}</strong>
              </span>
            ) : null}
            {closed ? null : <ForecastLine forecast={forecast} timeZone={timeZone} />}
          </>
        }
        actions={
          reason ? null : (
            <LinkButton href={`/assess/participants/${enrolmentId}/visit`} icon="calendar">
              {t("participant.book")}
            </LinkButton>
          )
        }
      />
      {reason ? (
        <Callout
          tone={barred ? "danger" : "info"}
          icon={barred ? "ban" : "lock"}
          title={t(barred ? "participant.barredTitle" : "participant.closedTitle")}
        >
          {reason}
          {barred ? (
            <p className="pt-1.5">
              {others.length > 0
                ? t("participant.others", { names: others.slice(0, 5).join(", ") })
                : t("participant.noOthers")}
            </p>
          ) : null}
        </Callout>
      ) : null}
    </>
  );
}
