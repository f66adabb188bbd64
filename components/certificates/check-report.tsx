import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { LatestCheck, ShownFinding } from "@/lib/certificates/queries/get-latest-check";
import type { CheckName } from "@/lib/certificates/rules/soundness";
import { formatDateTime } from "@/lib/i18n/format";

/** What the newest check came to, in a sentence: wrong is never said where something could only not be checked. */
export function CheckSummary({ check, now }: { check: LatestCheck | null; now: Date }) {
  const t = useTranslations("certificates.checks");
  const locale = useLocale();
  if (!check) return <Callout tone="info" icon="clock" title={t("never")} />;
  const { checked, wrong, unknown, finishedAt } = check;
  const late = now.getTime() - finishedAt.getTime() > 36 * 3_600_000;
  const tone = wrong > 0 ? "danger" : unknown > 0 || late ? "warning" : "success";
  const key = wrong > 0 ? "someWrong" : unknown > 0 ? "someUnknown" : "allGood";
  return (
    <Callout tone={tone} icon={wrong > 0 ? "alert" : "shield"} title={t(key, { wrong, unknown })}>
      <p>{t("at", { date: formatDateTime(finishedAt, locale), checked })}</p>
      {late ? <p className="font-medium">{t("late")}</p> : null}
    </Callout>
  );
}

/** The findings, what is wrong first. */
export function CheckFindings({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTranslations("certificates.checks");
  const columns: Column<ShownFinding>[] = [
    {
      key: "verdict",
      header: t("verdict"),
      cell: ({ verdict }) => (
        <StatusTag
          tone={verdict === "wrong" ? "danger" : "warning"}
          icon={verdict === "wrong" ? "alert" : "info"}
        >
          {t(`verdicts.${verdict}`)}
        </StatusTag>
      ),
    },
    {
      key: "what",
      header: t("what"),
      primary: true,
      cell: ({ what, detail }) => (
        <>
          {t(`of.${what as CheckName}`)}
          {detail ? <code className="block text-sm font-normal break-all text-muted">{detail}</code> : null}
        </>
      ),
    },
    {
      key: "certificate",
      header: t("certificate"),
      cell: ({ certificate }) =>
        certificate ? (
          <Link href={`/certify/certificates/${certificate.id}`}>{certificate.serialNumber}</Link>
        ) : (
          t("whole")
        ),
    },
  ];
  return (
    <Section title={t("findings")}>
      <DataTable
        caption={t("findings")}
        columns={columns}
        rows={[...findings]}
        rowKey={({ position }) => String(position)}
        empty={<EmptyState icon="shield" title={t("none")} />}
      />
    </Section>
  );
}
