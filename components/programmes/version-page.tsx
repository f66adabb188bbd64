import { useLocale, useTranslations } from "next-intl";
import { VersionMaterials } from "@/components/materials/version-materials";
import { Checklist } from "@/components/staff/checklist";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Card, Section } from "@/components/ui/section";
import { formatMoney, formatPercent } from "@/lib/i18n/format";
import type { VersionDetail } from "@/lib/programmes/queries/get-version";
import type { FrameworkChoice } from "@/lib/programmes/queries/list-framework-choices";
import { attendanceGap } from "@/lib/programmes/rules/compare";
import { publishingChecklist } from "@/lib/programmes/rules/publishing";
import { DraftForm } from "./draft-form";
import { ProgrammeWords } from "./programme-words";
import { TrackEditor } from "./track-editor";
import { TrackList } from "./track-list";
import { VersionStateTag } from "./version-state-tag";

/** The checklist of a version before it is published. */
export function PublishingChecklist({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  const points = publishingChecklist({ ...version, tracks: version.tracks.length });
  return (
    <Checklist
      label={t("publish.checklist")}
      items={points.map(({ point, met }) => ({ key: point, met, label: t(`publish.points.${point}`) }))}
    />
  );
}

function PublishedContent({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <div lang={version.language}>
      <ProgrammeWords programme={version} />
      <TrackList tracks={version.tracks} language={version.language} />
      <Section title={t("page.practical")}>
        <DescriptionList
          items={[
            { term: t("page.language"), detail: t(`language.${version.language}`) },
            {
              term: t("draft.attendance"),
              detail: formatPercent(version.attendanceMinimumPercent / 100, locale),
            },
            {
              term: t("page.price"),
              detail:
                version.priceMinor === null
                  ? t("page.priceByAgreement")
                  : formatMoney(version.priceMinor, version.currency, locale),
            },
            ...(version.priceMinor === null
              ? []
              : [
                  {
                    term: t("draft.vat"),
                    detail:
                      version.vatPercent === 0
                        ? t("draft.vatExempt")
                        : formatPercent(version.vatPercent / 100, locale),
                  },
                  {
                    term: t("page.cancellation"),
                    detail: t("page.cancellationText", {
                      days: version.cancelFreeDays,
                      late: version.cancelLatePercent,
                      started: version.cancelStartedPercent,
                    }),
                  },
                ]),
            ...(version.priceCovers ? [{ term: t("page.priceCovers"), detail: version.priceCovers }] : []),
          ]}
        />
      </Section>
    </div>
  );
}

/** A programme may ask for less attendance than its scheme; then staff should know what it means for the certificate. */
function AttendanceGap({ version }: { version: VersionDetail }) {
  const t = useTranslations("programmes");
  const scheme = version.framework?.attendanceMinimumPercent ?? null;
  if (attendanceGap(version.attendanceMinimumPercent, scheme) === 0) return null;
  return (
    <Callout tone="warning" title={t("attendanceGap.title")} className="mb-6">
      {t("attendanceGap.text", { programme: version.attendanceMinimumPercent, scheme: scheme ?? 0 })}
    </Callout>
  );
}

type VersionPageProps = { version: VersionDetail; frameworks: readonly FrameworkChoice[] };

/** One version: a draft to write, or what was published, which nobody changes any more. */
export function VersionPage({ version, frameworks }: VersionPageProps) {
  const t = useTranslations("programmes");
  const base = `/staff/programmes/${version.programmeId}`;
  const isDraft = version.state === "draft";
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("staff.title"), href: "/staff/programmes" },
          { label: version.title, href: base },
        ]}
        title={t("staff.versionOf", { title: version.title, number: version.number })}
        meta={<VersionStateTag state={version.state} />}
        actions={
          version.state === "published" ? (
            <LinkButton href={`${base}/versions/${version.id}/retire`} tone="secondary" icon="archive">
              {t("retire.title")}
            </LinkButton>
          ) : null
        }
      />
      <AttendanceGap version={version} />
      {isDraft ? (
        <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-12">
          <Card className="grid content-start gap-4 self-start xl:sticky xl:top-24 xl:col-start-2">
            <h2 className="text-lg">{t("publish.checklist")}</h2>
            <PublishingChecklist version={version} />
            <LinkButton href={`${base}/versions/${version.id}/publish`}>{t("publish.open")}</LinkButton>
          </Card>
          <div className="xl:col-start-1 xl:row-start-1">
            <Section title={t("draft.heading")}>
              <DraftForm version={version} frameworks={frameworks} />
            </Section>
            <Section title={t("tracks.heading")} lead={t("tracks.lead")}>
              <TrackEditor version={version} />
            </Section>
            <VersionMaterials version={version} />
          </div>
        </div>
      ) : (
        <>
          <Callout title={t("staff.frozen")}>{t("staff.frozenLead")}</Callout>
          <PublishedContent version={version} />
          <VersionMaterials version={version} />
        </>
      )}
    </>
  );
}
