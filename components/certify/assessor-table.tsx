import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import type { AssessorItem, AssessorRegister } from "@/lib/frameworks/queries/list-assessors";
import { formatDate } from "@/lib/i18n/format";

type Authorisation = AssessorItem["authorisations"][number];
const SOON_MS = 60 * 24 * 60 * 60 * 1000;

/** Until when an authorisation holds: soon over and over are told apart by their words. */
export function AuthorisationTag({
  authorisation,
  now,
}: {
  authorisation: Authorisation | undefined;
  now: Date;
}) {
  const t = useTranslations("certify.assessors");
  const locale = useLocale();
  if (!authorisation) return <span className="text-muted">{t("none")}</span>;
  const date = formatDate(authorisation.validTo, locale);
  if (authorisation.validTo <= now) return <StatusTag tone="danger">{t("over", { date })}</StatusTag>;
  const soon = authorisation.validTo.getTime() - now.getTime() < SOON_MS;
  return <StatusTag tone={soon ? "warning" : "success"}>{t("until", { date })}</StatusTag>;
}

/** The body's assessors: what they may assess by and until when, when they were calibrated, and how much they do. */
export function AssessorTable({ register, now }: { register: AssessorRegister; now: Date }) {
  const t = useTranslations("certify.assessors");
  const locale = useLocale();
  const of = (row: AssessorItem, versionId: string) =>
    row.authorisations.find((each) => each.versionId === versionId);
  const calibrated = (row: AssessorItem) =>
    row.authorisations
      .flatMap(({ lastCalibratedAt }) => (lastCalibratedAt ? [lastCalibratedAt] : []))
      .sort((a, b) => b.getTime() - a.getTime())[0];
  const oneFramework = new Set(register.versions.map(({ title }) => title)).size === 1;
  const columns: Column<AssessorItem>[] = [
    {
      key: "name",
      header: t("name"),
      primary: true,
      cell: (row) => <Link href={`/certify/assessors/${row.id}`}>{row.name}</Link>,
    },
    ...register.versions.map((version) => ({
      key: version.id,
      header: oneFramework
        ? t("versionOnly", { number: version.number })
        : t("version", { title: version.title, number: version.number }),
      cell: (row: AssessorItem) => <AuthorisationTag authorisation={of(row, version.id)} now={now} />,
    })),
    {
      key: "calibrated",
      header: t("calibrated"),
      cell: (row) => {
        const at = calibrated(row);
        return at ? formatDate(at, locale) : t("never");
      },
    },
    {
      key: "load",
      header: t("load"),
      cell: (row) => t("loadOf", { visits: row.visitsAhead, observations: row.observations }),
    },
  ];
  return (
    <DataTable
      caption={(oneFramework && register.versions[0]?.title) || t("title")}
      captionShown={oneFramework}
      columns={columns}
      rows={[...register.assessors]}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>}
    />
  );
}
