import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { FillBar } from "@/components/ui/fill-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import type { PublicCohortDetail } from "@/lib/cohorts/queries/get-public-cohort";
import { formatDate, formatDateTime, formatMoney } from "@/lib/i18n/format";
import { PhaseTag } from "./phase-tag";
import { SeatsText } from "./seats-text";

function Terms({ cohort }: { cohort: PublicCohortDetail }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="text-sm text-muted">{t("page.deadline")}</dt>
        <dd className="font-medium">
          <time dateTime={cohort.deadline.toISOString()}>
            {formatDateTime(cohort.deadline, locale, cohort.timeZone)}
          </time>
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t("page.price")}</dt>
        <dd className="font-medium">
          {cohort.priceMinor === null
            ? t("page.priceByAgreement")
            : formatMoney(cohort.priceMinor, cohort.currency, locale)}
        </dd>
      </div>
    </dl>
  );
}

/** What tells why some free seats are not for everybody; nothing where none is kept. */
function KeptNote({ cohort }: { cohort: PublicCohortDetail }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  if (cohort.seatsKept === 0) return null;
  return (
    <p className="text-sm text-muted">
      {t("seats.keptNote", { count: cohort.seatsKept })}{" "}
      {cohort.keptUntil
        ? t("seats.keptUntil", { date: formatDate(cohort.keptUntil, locale, cohort.timeZone) })
        : null}
    </p>
  );
}

/** What somebody needs in order to decide, and the way in: room, deadline, price, the button. */
export function ApplyPanel({ cohort }: { cohort: PublicCohortDetail }) {
  const t = useTranslations("programmes");
  const { phase } = cohort;
  const taking = phase === "open" || phase === "lastDays" || phase === "full";
  const taken = cohort.capacity - cohort.seatsLeft - cohort.seatsKept;
  return (
    <Card className="grid content-start gap-4 lg:sticky lg:top-24">
      <div>
        <PhaseTag phase={phase} />
      </div>
      <FillBar
        label={t("seats.label")}
        parts={[
          { label: t("seats.taken"), value: taken, tone: "accent" },
          ...(cohort.seatsKept > 0
            ? [{ label: t("seats.kept"), value: cohort.seatsKept, tone: "soft" as const }]
            : []),
        ]}
        total={cohort.capacity}
      >
        <SeatsText cohort={cohort} />
      </FillBar>
      <KeptNote cohort={cohort} />
      <Terms cohort={cohort} />
      {taking ? (
        <>
          <LinkButton href={`/programmes/${cohort.slug}/apply`} className="w-full">
            {phase === "full" ? t("page.applyQueue") : t("page.apply")}
          </LinkButton>
          <LinkButton
            native
            tone="secondary"
            icon="calendar"
            href={`/api/calendar/deadlines/${cohort.slug}`}
            className="w-full"
            data-noprint=""
          >
            {t("page.addDeadline")}
          </LinkButton>
          {phase === "full" ? <p className="text-sm text-muted">{t("page.queueExplained")}</p> : null}
        </>
      ) : (
        <Callout tone="neutral" title={t(`page.notTaking.${phase}`)}>
          {t("page.notTakingLead")}
        </Callout>
      )}
    </Card>
  );
}
