import { useLocale, useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Card, Section } from "@/components/ui/section";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import type { SeatClasses, SeatClassRow } from "@/lib/enrolments/queries/list-seat-classes";
import { formatDate } from "@/lib/i18n/format";
import { AgreedSeatsForm, ChangeKeptSeats, KeepSeatsForm, useWhom } from "./kept-seats-forms";
import { SeatFill } from "./seat-fill";

function useColumns(path: string, timeZone: string): Column<SeatClassRow>[] {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const whom = useWhom();
  return [
    { key: "for", header: t("classes.for"), primary: true, cell: whom },
    {
      key: "seats",
      header: t("classes.seats"),
      cell: (row) => (row.releasedAt ? "–" : row.seats),
    },
    { key: "used", header: t("classes.used"), cell: (row) => (row.releasedAt ? "–" : row.used) },
    {
      key: "until",
      header: t("classes.until"),
      cell: (row) => {
        if (row.releasedAt)
          return t("classes.released", { at: formatDate(row.releasedAt, locale, timeZone) });
        return row.releasesAt ? formatDate(row.releasesAt, locale, timeZone) : t("classes.untilStart");
      },
    },
    {
      key: "change",
      header: t("classes.change"),
      act: true,
      cell: (row) =>
        row.releasedAt ? null : (
          <LinkButton
            href={`${path}?open=${row.id}`}
            tone="quiet"
            size="small"
            aria-label={t("classes.changeOf", { name: whom(row) })}
          >
            {t("classes.change")}
          </LinkButton>
        ),
    },
  ];
}

/** Keeping seats: those that the agreement promises, and any others. */
function KeepingSeats({ cohortId, classes }: { cohortId: string; classes: SeatClasses }) {
  const t = useTranslations("enrolments");
  return (
    <>
      {classes.agreed.length > 0 ? (
        <Section
          title={t("classes.agreed")}
          lead={t("classes.agreedLead", { title: classes.agreementTitle ?? "" })}
        >
          <div className="grid gap-4">
            {classes.agreed.map((share) => (
              <AgreedSeatsForm key={share.id} cohortId={cohortId} share={share} />
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={t("classes.add")} lead={t("classes.addLead")}>
        <Card>
          <KeepSeatsForm classes={classes} />
        </Card>
      </Section>
    </>
  );
}

/** The seats of a cohort that are kept: for whom, how many, until when; and what its agreement promises. */
export function KeptSeats({
  seats,
  classes,
  openId,
}: {
  seats: CohortSeats;
  classes: SeatClasses;
  openId: string | null;
}) {
  const t = useTranslations("enrolments");
  const path = `/staff/cohorts/${seats.id}/seats`;
  const columns = useColumns(path, classes.timeZone);
  const isOver = seats.free === null;
  const open = classes.classes.find((row) => row.id === openId && !row.releasedAt);
  return (
    <>
      <div className="mb-10 max-w-3xl">
        <SeatFill seats={seats} />
      </div>
      <Section
        title={t("classes.title")}
        lead={t("classes.lead")}
        actions={<ExportLinks list="keptSeats" cohortId={seats.id} />}
      >
        {open ? <ChangeKeptSeats key={`${open.id}-${open.version}`} row={open} backHref={path} /> : null}
        <DataTable
          caption={t("classes.caption")}
          columns={columns}
          rows={classes.classes}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="people" title={t(isOver ? "classes.noneKept" : "classes.empty")}>
              {isOver ? null : t("classes.emptyHint")}
            </EmptyState>
          }
        />
      </Section>
      {isOver ? null : <KeepingSeats cohortId={seats.id} classes={classes} />}
    </>
  );
}
