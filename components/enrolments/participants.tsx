import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { PrintLinks } from "@/components/lists/print-links";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import type { TransferTarget } from "@/lib/enrolments/queries/list-transfer-targets";
import { EnrolmentPanel } from "./enrolment-panel";
import { useParticipantColumns } from "./participant-columns";
import { RoleMix, SeatFill } from "./seat-fill";

type ParticipantsProps = {
  seats: CohortSeats;
  enrolments: CohortEnrolment[];
  targets: readonly TransferTarget[];
  openId: string | null;
};

function Nobody({ seats }: { seats: CohortSeats }) {
  const t = useTranslations("enrolments");
  if (seats.free === null) return <EmptyState icon="people" title={t("list.nobodyWas")} />;
  const applications = `/staff/cohorts/${seats.id}/applications`;
  return (
    <EmptyState
      icon="people"
      title={t("list.empty")}
      actions={<LinkButton href={applications}>{t("list.toApplications")}</LinkButton>}
    >
      {t("list.emptyHint")}
    </EmptyState>
  );
}

/** A cohort's participants by seat, and what staff may do with each. */
export function Participants({ seats, enrolments, targets, openId }: ParticipantsProps) {
  const t = useTranslations("enrolments");
  const path = `/staff/cohorts/${seats.id}/enrolments`;
  const columns = useParticipantColumns(path);
  const open = enrolments.find((enrolment) => enrolment.id === openId);
  return (
    <>
      <div className="mb-8 grid max-w-3xl gap-3">
        <SeatFill seats={seats} />
        <RoleMix seats={seats} />
      </div>
      {open ? (
        <EnrolmentPanel
          key={`${open.id}-${open.version}`}
          enrolment={open}
          targets={targets}
          backHref={path}
        />
      ) : null}
      {enrolments.length > 0 ? (
        <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
          <ExportLinks list="participants" cohortId={seats.id} />
          <PrintLinks cohortId={seats.id} />
        </div>
      ) : null}
      <DataTable
        caption={t("list.caption")}
        columns={columns}
        rows={enrolments}
        rowKey={(row) => row.id}
        empty={<Nobody seats={seats} />}
      />
    </>
  );
}
