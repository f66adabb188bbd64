import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from "next-intl";
import { RoleMix, SeatFill } from "@/components/enrolments/seat-fill";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { type SearchParams, withParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import type { getLetters } from "@/lib/applications/queries/get-letters";
import type { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { INBOX_PAGE, type InboxView, inboxOrders, type Tray, trays } from "@/lib/applications/rules/inbox";
import { applicantRoles } from "@/lib/applications/rules/roles";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { BulkForm } from "./bulk-form";
import { InboxApplication } from "./inbox-application";
import { InboxKeys } from "./inbox-keys";
import { InboxList } from "./inbox-list";

type InboxProps = {
  seats: CohortSeats;
  view: InboxView;
  params: SearchParams;
  inbox: Awaited<ReturnType<typeof listCohortApplications>>;
  open: CohortApplication | null;
  letters: Awaited<ReturnType<typeof getLetters>>;
};

function Filters({ path, params }: { path: string; params: SearchParams }) {
  const t = useTranslations("applications");
  return (
    <FilterBar
      path={path}
      params={params}
      keep={["tray"]}
      label={t("inbox.filter")}
      filters={[
        { name: "q", kind: "search", label: t("inbox.search") },
        {
          name: "role",
          kind: "choice",
          label: t("inbox.role"),
          all: t("inbox.everyRole"),
          options: applicantRoles.map((role) => ({ value: role, label: t(`role.${role}`) })),
        },
        {
          name: "order",
          kind: "choice",
          label: t("inbox.orderBy"),
          all: t("inbox.order.submitted"),
          options: [
            { value: "-submitted", label: t("inbox.order.newest") },
            ...inboxOrders
              .filter((order) => order !== "submitted")
              .map((order) => ({ value: order, label: t(`inbox.order.${order}`) })),
          ],
        },
      ]}
    />
  );
}

/** The addresses of the inbox: of one application, and of the one before and after the open one. */
function useWays({ seats, params, inbox, open }: InboxProps) {
  const path = `/staff/cohorts/${seats.id}/applications`;
  const hrefOf = (id: string) => withParams(path, params, { open: id });
  const index = inbox.rows.findIndex((row) => row.id === open?.id);
  const neighbour = (step: 1 | -1) => {
    const row = inbox.rows[index < 0 && step === 1 ? 0 : index + step];
    return row && row.id !== open?.id ? hrefOf(row.id) : null;
  };
  return { path, hrefOf, previous: neighbour(-1), next: neighbour(1) };
}

function Listing({ hrefOf, ...props }: InboxProps & { hrefOf: (id: string) => string }) {
  const { seats, view, params, inbox, open } = props;
  const list = (
    <InboxList
      rows={inbox.rows}
      tray={view.tray}
      filtered={view.search !== "" || view.role !== null}
      openId={open?.id ?? null}
      hrefOf={hrefOf}
    />
  );
  const decidable = view.tray === "todo" || view.tray === "queued";
  return (
    <>
      {decidable ? (
        <BulkForm
          key={view.tray}
          cohortId={seats.id}
          mayAdmit={view.tray === "todo"}
          empty={inbox.rows.length === 0}
        >
          {list}
        </BulkForm>
      ) : (
        list
      )}
      <Pagination
        path={`/staff/cohorts/${seats.id}/applications`}
        params={{ ...params, open: undefined }}
        page={inbox.page}
        pageSize={INBOX_PAGE}
        total={inbox.total}
      />
    </>
  );
}

/** A cohort's applications as an inbox: trays and filters above, one page of the list at the left, the open one beside it. */
export function Inbox(props: InboxProps) {
  const { seats, view, params, inbox, open, letters } = props;
  const t = useTranslations("applications");
  const locale = useLocale();
  const { ui, applications, refusals } = useMessages();
  const { path, hrefOf, previous, next } = useWays(props);
  return (
    <NextIntlClientProvider locale={locale} messages={{ ui, applications, refusals }}>
      <div className="mb-8 flex flex-wrap items-start justify-between gap-4">
        <div className="grid max-w-3xl grow gap-3">
          <SeatFill seats={seats} />
          <RoleMix seats={seats} />
        </div>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/staff/cohorts/${seats.id}/form`} tone="secondary" size="small">
            {t("inbox.form")}
          </LinkButton>
          <LinkButton href={`/staff/cohorts/${seats.id}/figures`} tone="secondary" size="small">
            {t("inbox.figures")}
          </LinkButton>
        </div>
      </div>
      <TabLinks
        label={t("inbox.trays")}
        tabs={(Object.keys(trays) as Tray[]).map((each) => ({
          label: t(`inbox.tray.${each}`),
          href: `${path}?tray=${each}`,
          current: each === view.tray,
          count: inbox.counts[each],
        }))}
      />
      <div className="mt-6">
        <Filters path={path} params={params} />
      </div>
      <InboxKeys previous={previous} next={next} />
      <div className="mt-4 grid gap-8 lg:grid-cols-[minmax(18rem,26rem)_minmax(0,1fr)]">
        <div className={classNames("grid content-start gap-3", open && "hidden lg:grid")}>
          <Listing {...props} hrefOf={hrefOf} />
        </div>
        {open ? (
          <section aria-labelledby="open-application">
            <InboxApplication
              key={`${open.id}-${open.version}`}
              application={open}
              letters={letters}
              seats={seats}
              backHref={withParams(path, params, { open: null })}
            />
          </section>
        ) : inbox.rows.length > 0 ? (
          <div className="hidden lg:block">
            <EmptyState title={t("inbox.choose")}>{t("inbox.chooseHint")}</EmptyState>
          </div>
        ) : null}
      </div>
    </NextIntlClientProvider>
  );
}
