import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CohortStateTag } from "@/components/cohorts/cohort-state-tag";
import { dayText } from "@/components/cohorts/day-text";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import { startDraftAction } from "@/lib/programmes/actions";
import type { ProgrammeDetail } from "@/lib/programmes/queries/get-programme";
import { VersionStateTag } from "./version-state-tag";

type Version = ProgrammeDetail["versions"][number];

function VersionCohorts({ version }: { version: Version }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  if (version.cohorts.length === 0) return <p className="text-muted">{t("staff.noCohorts")}</p>;
  return (
    <ul className="divide-y divide-line">
      {version.cohorts.map((cohort) => (
        <li key={cohort.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <Link href={`/staff/cohorts/${cohort.id}`}>{cohort.name}</Link>
          <span className="text-sm text-muted">
            {dayText(cohort.startsOn.toISOString().slice(0, 10), locale)}
          </span>
          <CohortStateTag state={cohort.state} />
        </li>
      ))}
    </ul>
  );
}

function Actions({ programme }: { programme: ProgrammeDetail }) {
  const t = useTranslations("programmes");
  const published = programme.versions.find((version) => version.state === "published");
  const draft = programme.versions.find((version) => version.state === "draft");
  return (
    <>
      {published ? (
        <LinkButton href={`/staff/cohorts/new?version=${published.id}`} icon="plus">
          {t("staff.newCohort")}
        </LinkButton>
      ) : null}
      {draft ? null : (
        <ActionButton action={startDraftAction} fields={{ programmeId: programme.id }} icon="copy">
          {t("staff.newVersion")}
        </ActionButton>
      )}
      {programme.versions.length > 1 ? (
        <LinkButton href={`/staff/programmes/${programme.id}/compare`} tone="secondary">
          {t("compare.open")}
        </LinkButton>
      ) : null}
      <LinkButton href={`/staff/programmes/${programme.id}/copy`} tone="secondary" icon="copy">
        {t("copy.open")}
      </LinkButton>
      {published ? (
        <LinkButton href={`/programmes/${programme.slug}`} tone="secondary" icon="eye">
          {t("staff.seePublic")}
        </LinkButton>
      ) : null}
    </>
  );
}

/** A programme's versions, newest first, with the cohorts of each and what can be done next. */
export function ProgrammeVersions({ programme }: { programme: ProgrammeDetail }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("staff.title"), href: "/staff/programmes" }]}
        title={programme.title}
        actions={<Actions programme={programme} />}
      />
      {programme.versions.map((version) => (
        <Section
          key={version.id}
          title={
            <span className="inline-flex flex-wrap items-center gap-3">
              {t("staff.versionNumber", { number: version.number })} <VersionStateTag state={version.state} />
            </span>
          }
          lead={
            version.publishedAt
              ? t("staff.publishedOn", { date: formatDate(version.publishedAt, locale) })
              : null
          }
          actions={
            <LinkButton
              href={`/staff/programmes/${programme.id}/versions/${version.id}`}
              tone="secondary"
              size="small"
              icon={version.state === "draft" ? "edit" : "eye"}
            >
              {version.state === "draft" ? t("staff.editDraft") : t("staff.readVersion")}
            </LinkButton>
          }
        >
          {version.state === "draft" ? (
            <p className="text-muted">{t("staff.draftLead")}</p>
          ) : (
            <VersionCohorts version={version} />
          )}
        </Section>
      ))}
    </>
  );
}
