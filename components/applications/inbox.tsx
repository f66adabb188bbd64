import { useTranslations } from "next-intl";
import { RoleMix, SeatFill } from "@/components/enrolments/seat-fill";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import type { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { type Tray, trays } from "@/lib/applications/rules/inbox";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { InboxApplication } from "./inbox-application";
import { InboxKeys } from "./inbox-keys";
import { InboxList } from "./inbox-list";

type InboxProps = {
  seats: CohortSeats;
  tray: Tray;
  inbox: Awaited<ReturnType<typeof listCohortApplications>>;
  open: CohortApplication | null;
};

/** A cohort's applications as an inbox: trays above, the list at the left, the open one beside it. */
export function Inbox({ seats, tray, inbox, open }: InboxProps) {
  const t = useTranslations("applications");
  const path = `/staff/cohorts/${seats.id}/applications`;
  const hrefOf = (id: string) => `${path}?tray=${tray}&open=${id}`;
  const index = inbox.rows.findIndex((row) => row.id === open?.id);
  const neighbour = (step: 1 | -1) => {
    const row = inbox.rows[index < 0 && step === 1 ? 0 : index + step];
    return row && row.id !== open?.id ? hrefOf(row.id) : null;
  };
  return (
    <>
      <div className="mb-8 grid max-w-3xl gap-3">
        <SeatFill seats={seats} />
        <RoleMix seats={seats} />
      </div>
      <TabLinks
        label={t("inbox.trays")}
        tabs={(Object.keys(trays) as Tray[]).map((each) => ({
          label: t(`inbox.tray.${each}`),
          href: `${path}?tray=${each}`,
          current: each === tray,
          count: inbox.counts[each],
        }))}
      />
      <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)]">
        <div className={classNames("grid content-start gap-3", open && "hidden lg:grid")}>
          <InboxList rows={inbox.rows} tray={tray} openId={open?.id ?? null} hrefOf={hrefOf} />
          {inbox.rows.length > 0 ? (
            <InboxKeys previous={neighbour(-1)} next={neighbour(1)} label={t("inbox.keys")} />
          ) : null}
        </div>
        {open ? (
          <section aria-labelledby="open-application">
            <InboxApplication
              key={`${open.id}-${open.version}`}
              application={open}
              seats={seats}
              backHref={`${path}?tray=${tray}`}
            />
          </section>
        ) : inbox.rows.length > 0 ? (
          <div className="hidden lg:block">
            <EmptyState title={t("inbox.choose")}>{t("inbox.chooseHint")}</EmptyState>
          </div>
        ) : null}
      </div>
    </>
  );
}
