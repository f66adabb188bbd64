import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Card, Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { advanceEntryAction } from "@/lib/enrolments/actions";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import type { listWaitlist, WaitlistRow } from "@/lib/enrolments/queries/list-waitlist";
import { formatDateTime } from "@/lib/i18n/format";
import { SeatFill } from "./seat-fill";
import { TwoLines } from "./two-lines";

type Queue = Awaited<ReturnType<typeof listWaitlist>>;
type WaitlistProps = { seats: CohortSeats; queue: Queue; openId: string | null };

function useNameColumn(): Column<WaitlistRow> {
  const t = useTranslations("enrolments");
  return {
    key: "name",
    header: t("list.name"),
    primary: true,
    cell: (row) => <TwoLines first={row.name} second={row.organisation} />,
  };
}

function Offers({ seats, rows }: { seats: CohortSeats; rows: WaitlistRow[] }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const columns: Column<WaitlistRow>[] = [
    useNameColumn(),
    { key: "seat", header: t("list.seat"), cell: (row) => row.seat },
    {
      key: "until",
      header: t("queue.until"),
      cell: (row) => (row.offerExpiresAt ? formatDateTime(row.offerExpiresAt, locale, seats.timeZone) : ""),
    },
  ];
  return (
    <DataTable
      caption={t("queue.offers")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p className="text-muted">{t("queue.noOffers", { hours: seats.offerHours })}</p>}
    />
  );
}

function Advanced({ row }: { row: WaitlistRow }) {
  const t = useTranslations("enrolments");
  return (
    <>
      <StatusTag tone="info">{t("queue.advanced")}</StatusTag>{" "}
      {t("queue.advancedBy", { by: row.advancedBy ?? "", reason: row.advanceReason ?? "" })}
    </>
  );
}

function Waiting({ seats, rows }: { seats: CohortSeats; rows: WaitlistRow[] }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const place = new Map(rows.map((row, index) => [row.id, index + 1]));
  const columns: Column<WaitlistRow>[] = [
    useNameColumn(),
    { key: "place", header: t("queue.place"), cell: (row) => place.get(row.id) },
    {
      key: "joined",
      header: t("queue.joined"),
      cell: (row) => (
        <TwoLines
          first={formatDateTime(row.joinedAt, locale, seats.timeZone)}
          second={row.advancedAt ? <Advanced row={row} /> : null}
        />
      ),
    },
    {
      key: "change",
      header: t("list.change"),
      act: true,
      cell: (row) =>
        row.advancedAt || row.own || rows.length < 2 || place.get(row.id) === 1 ? null : (
          <LinkButton
            href={`/staff/cohorts/${seats.id}/waitlist?open=${row.id}`}
            tone="quiet"
            size="small"
            aria-label={t("queue.advanceOf", { name: row.name })}
          >
            {t("queue.advance")}
          </LinkButton>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("queue.waiting")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="people" title={t("queue.empty")}>
          {t("queue.emptyHint")}
        </EmptyState>
      }
    />
  );
}

function Advance({ entry, backHref }: { entry: WaitlistRow; backHref: string }) {
  const t = useTranslations("enrolments");
  return (
    <Card className="grid gap-4">
      <h3 className="text-lg">{t("queue.advanceTitle", { name: entry.name })}</h3>
      <p className="max-w-prose">{t("queue.advanceLead")}</p>
      <ActionForm
        action={advanceEntryAction}
        fields={{ entryId: entry.id, version: entry.version }}
        className="max-w-prose gap-4"
      >
        <TextAreaField name="reason" label={t("queue.reason")} hint={t("queue.reasonHint")} rows={2} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("queue.advanceConfirm")}</SubmitButton>
          <LinkButton href={backHref} tone="quiet">
            {t("panel.close")}
          </LinkButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** A cohort's queue: who holds an offer, who waits in which order, who is out of it and why. */
export function Waitlist({ seats, queue, openId }: WaitlistProps) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  const path = `/staff/cohorts/${seats.id}/waitlist`;
  const open = queue.waiting.find((entry) => entry.id === openId && !entry.advancedAt && !entry.own);
  // Of a cohort that is over only what has been is told, unless somebody was left waiting.
  const isPast = seats.free === null && queue.waiting.length + queue.offered.length === 0;
  const outColumns: Column<WaitlistRow>[] = [
    useNameColumn(),
    { key: "state", header: t("list.state"), cell: (row) => t(`queue.state.${row.state}`) },
    {
      key: "at",
      header: t("queue.at"),
      cell: (row) => (row.answeredAt ? formatDateTime(row.answeredAt, locale, seats.timeZone) : ""),
    },
  ];
  return (
    <>
      <div className="mb-10 max-w-3xl">
        <SeatFill seats={seats} />
      </div>
      {isPast ? null : (
        <>
          <Section title={t("queue.offers")} lead={t("queue.offersLead", { hours: seats.offerHours })}>
            <Offers seats={seats} rows={queue.offered} />
          </Section>
          <Section title={t("queue.waiting")} lead={t("queue.waitingLead")}>
            {open ? <Advance key={open.id} entry={open} backHref={path} /> : null}
            <Waiting seats={seats} rows={queue.waiting} />
          </Section>
        </>
      )}
      {isPast && queue.out.length === 0 ? <EmptyState icon="people" title={t("queue.nobodyWas")} /> : null}
      {queue.out.length > 0 ? (
        <Section title={t("queue.out")}>
          <DataTable
            caption={t("queue.out")}
            columns={outColumns}
            rows={queue.out}
            rowKey={(row) => row.id}
            empty={null}
          />
        </Section>
      ) : null}
    </>
  );
}
