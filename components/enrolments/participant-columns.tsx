import { useLocale, useTranslations } from "next-intl";
import { EmailAddress } from "@/components/people/email-address";
import type { Column } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { DOT, formatDate } from "@/lib/i18n/format";
import { EnrolmentStateTag } from "./state-tag";
import { TwoLines } from "./two-lines";

function ChangeLink({ row, path }: { row: CohortEnrolment; path: string }) {
  const t = useTranslations("enrolments");
  if (!row.mayWithdraw && !row.mayPause && !row.mayComplete && !row.maySubstitute) return null;
  return (
    <LinkButton
      href={`${path}?open=${row.id}`}
      tone="quiet"
      size="small"
      aria-label={t("list.changeOf", { name: row.name })}
    >
      {t("list.change")}
    </LinkButton>
  );
}

/** What became of a place, in a few words: who came, who went, why. */
function useStory(): (row: CohortEnrolment) => string {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  return (row) =>
    [
      row.tookOverFrom && t("story.tookOverFrom", { name: row.tookOverFrom }),
      row.takenOverBy && t("story.takenOverBy", { name: row.takenOverBy }),
      row.movedFrom && t("story.movedFrom", { cohort: row.movedFrom }),
      row.movedTo && t("story.movedTo", { cohort: row.movedTo }),
      row.returnsOn && t("story.returns", { day: formatDate(row.returnsOn, locale, "UTC") }),
      row.pauseReason,
      row.endReason,
      row.owedPercent !== null && t("story.owes", { percent: row.owedPercent }),
    ]
      .filter(Boolean)
      .join(DOT);
}

/** The columns of a cohort's list of participants; `path` is the page that opens one. */
export function useParticipantColumns(path: string): Column<CohortEnrolment>[] {
  const t = useTranslations("enrolments");
  const word = useTranslations("applications");
  const story = useStory();
  return [
    {
      key: "name",
      header: t("list.name"),
      primary: true,
      cell: (row) => (
        <TwoLines first={row.name} second={row.email ? <EmailAddress address={row.email} /> : null} />
      ),
    },
    { key: "seat", header: t("list.seat"), cell: (row) => row.seat ?? "–" },
    {
      key: "organisation",
      header: t("list.organisation"),
      cell: (row) => <TwoLines first={row.organisationName} second={row.title} />,
    },
    {
      key: "role",
      header: t("list.role"),
      cell: (row) => <TwoLines first={word(`role.${row.participantRole}`)} second={row.trackName} />,
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => <TwoLines first={<EnrolmentStateTag state={row.state} />} second={story(row)} />,
    },
    {
      key: "change",
      header: t("list.change"),
      act: true,
      cell: (row) => <ChangeLink row={row} path={path} />,
    },
  ];
}
