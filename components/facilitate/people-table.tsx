import Link from "next/link";
import { useTranslations } from "next-intl";
import { AttendanceFigure } from "@/components/attendance/attendance-figure";
import { ProjectStateTag } from "@/components/portfolio/project-state";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { CohortBoard, CohortPerson } from "@/lib/attendance/queries/get-facilitated-cohort";

/** Everybody on a cohort: attendance and project. Observations are not the facilitator's to see. */
export function PeopleTable({ cohort }: { cohort: CohortBoard }) {
  const t = useTranslations("facilitate.cohort");
  const columns: Column<CohortPerson>[] = [
    {
      key: "name",
      header: t("participant"),
      primary: true,
      cell: (person) => (
        <div>
          {person.name}
          <span className="block text-sm font-normal text-muted">
            {[person.title, person.organisation].filter(Boolean).join(", ")}
          </span>
        </div>
      ),
    },
    {
      key: "attendance",
      header: t("attendance"),
      cell: (person) => (
        <div>
          <AttendanceFigure summary={person.attendance} minimumPercent={cohort.attendanceMinimumPercent} />
        </div>
      ),
    },
    {
      key: "project",
      header: t("project"),
      cell: ({ project, enrolmentId }) =>
        project ? (
          <span className="grid justify-items-start gap-1">
            <Link href={`/facilitate/projects/${enrolmentId}`}>{project.title}</Link>
            <ProjectStateTag state={project.state} />
          </span>
        ) : (
          <span className="text-muted">{t("noProject")}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("people")}
      columns={columns}
      rows={[...cohort.people]}
      rowKey={(person) => person.enrolmentId}
      empty={
        <EmptyState icon="people" title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      }
    />
  );
}
