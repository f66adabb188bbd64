import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { EnrolmentPanel } from "./enrolment-panel";
import { RoleMix, SeatFill } from "./seat-fill";
import { EnrolmentStateTag } from "./state-tag";

type ParticipantsProps = { seats: CohortSeats; enrolments: CohortEnrolment[]; openId: string | null };

/** A cohort's participants by seat, and what staff may do with each. */
export function Participants({ seats, enrolments, openId }: ParticipantsProps) {
  const t = useTranslations("enrolments");
  const role = useTranslations("applications");
  const path = `/staff/cohorts/${seats.id}/enrolments`;
  const open = enrolments.find((enrolment) => enrolment.id === openId);
  const columns: Column<CohortEnrolment>[] = [
    { key: "seat", header: t("list.seat"), align: "end", cell: (row) => row.seat ?? "–" },
    {
      key: "name",
      header: t("list.name"),
      primary: true,
      cell: (row) => (
        <>
          {row.name}
          <span className="block font-normal text-muted break-all">{row.email}</span>
        </>
      ),
    },
    {
      key: "organisation",
      header: t("list.organisation"),
      cell: (row) => (
        <>
          {row.organisationName}
          <span className="block text-muted">{row.title}</span>
        </>
      ),
    },
    {
      key: "role",
      header: t("list.role"),
      cell: (row) => (
        <>
          {role(`role.${row.participantRole}`)}
          <span className="block text-muted">{row.trackName}</span>
        </>
      ),
    },
    {
      key: "payer",
      header: t("list.payer"),
      cell: (row) => (
        <>
          {role(`payer.${row.payer}`)}
          <span className="block text-muted">
            {[row.payerGln, row.payerReference].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => (
        <>
          <EnrolmentStateTag state={row.state} />
          {row.endReason ? <span className="mt-1 block text-sm text-muted">{row.endReason}</span> : null}
        </>
      ),
    },
    {
      key: "change",
      header: t("list.change"),
      cell: (row) =>
        row.mayWithdraw || row.mayPause || row.mayComplete ? (
          <LinkButton
            href={`${path}?open=${row.id}`}
            tone="quiet"
            size="small"
            aria-label={t("list.changeOf", { name: row.name })}
          >
            {t("list.change")}
          </LinkButton>
        ) : null,
    },
  ];
  return (
    <>
      <div className="mb-8 grid max-w-3xl gap-3">
        <SeatFill seats={seats} />
        <RoleMix seats={seats} />
      </div>
      {open ? <EnrolmentPanel key={`${open.id}-${open.version}`} enrolment={open} backHref={path} /> : null}
      <DataTable
        caption={t("list.caption")}
        columns={columns}
        rows={enrolments}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon="people"
            title={t("list.empty")}
            actions={
              <LinkButton href={`/staff/cohorts/${seats.id}/applications`}>
                {t("list.toApplications")}
              </LinkButton>
            }
          >
            {t("list.emptyHint")}
          </EmptyState>
        }
      />
    </>
  );
}
