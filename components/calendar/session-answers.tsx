import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { SessionAnswer } from "@/lib/calendar/queries/list-session-answers";
import { InvitationAnswer } from "@/lib/db/generated/enums";
import { DOT, formatDateTime } from "@/lib/i18n/format";
import { AnswerTag } from "./answer-tag";

/** Who answered the invitation to a session, for those who plan it and those who teach it. */
export function SessionAnswers({ answers }: { answers: SessionAnswer[] }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const counts = Object.values(InvitationAnswer).map((answer) => ({
    answer,
    count: answers.filter((each) => each.answer === answer && !each.outdated).length,
  }));
  const columns: Column<SessionAnswer>[] = [
    { key: "name", header: t("answers.name"), primary: true, cell: (row) => row.name },
    {
      key: "answer",
      header: t("answers.answer"),
      cell: (row) => <AnswerTag answer={row.answer} outdated={row.outdated} />,
    },
    { key: "at", header: t("answers.at"), cell: (row) => formatDateTime(row.answeredAt, locale) },
  ];
  const summary = counts
    .filter(({ count }) => count > 0)
    .map(({ answer, count }) => t("answers.count", { answer: t(`answers.${answer}`), count }))
    .join(DOT);
  return (
    <Section id="answers" title={t("answers.title")} lead={summary || t("answers.lead")}>
      <DataTable
        caption={t("answers.title")}
        columns={columns}
        rows={answers}
        rowKey={(row) => row.personId}
        empty={<p className="text-muted">{t("answers.none")}</p>}
      />
    </Section>
  );
}
