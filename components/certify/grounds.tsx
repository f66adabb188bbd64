import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { formatDate } from "@/lib/i18n/format";

function Attendance({ its }: { its: CaseView }) {
  const t = useTranslations("certify.grounds");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("attendance")}
      rows={[...its.sessions]}
      rowKey={(row) => row.id}
      columns={[
        { key: "theme", header: t("session"), primary: true, cell: (row) => row.theme },
        { key: "day", header: t("day"), cell: (row) => formatDate(row.startsAt, locale, its.timeZone) },
        {
          key: "status",
          header: t("status"),
          cell: (row) => (row.status ? t(`note.${row.status}`, { minutes: row.minutes ?? 0 }) : t("noNote")),
        },
      ]}
      empty={<EmptyState icon="calendar" title={t("noSessions")} />}
    />
  );
}

/** What else a case rests on beside the observations: the roll of the required sessions, and the project as it was written. */
export function Grounds({ its }: { its: CaseView }) {
  const t = useTranslations("certify.grounds");
  const { project } = its;
  const texts = project
    ? [
        { term: t("task"), detail: <ProseText text={project.task} /> },
        { term: t("users"), detail: <ProseText text={project.usersInvolved} /> },
        { term: t("methods"), detail: <ProseText text={project.methodsUsed} /> },
        { term: t("outcome"), detail: <ProseText text={project.outcome} /> },
      ]
    : [];
  return (
    <>
      <Section title={t("attendance")} id="attendance">
        <details>
          <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
            {t("open", { count: its.sessions.length })}
          </summary>
          <Attendance its={its} />
        </details>
      </Section>
      <Section title={t("project")} id="project">
        {project ? (
          <details>
            <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
              {project.title}
            </summary>
            <DescriptionList items={texts} />
          </details>
        ) : (
          <p className="text-muted">{t("noProject")}</p>
        )}
      </Section>
    </>
  );
}
