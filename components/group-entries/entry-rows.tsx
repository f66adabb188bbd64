import { useTranslations } from "next-intl";
import { TwoLines } from "@/components/enrolments/two-lines";
import { EmailAddress } from "@/components/people/email-address";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeRowAction, removeRowAction } from "@/lib/group-entries/actions";
import type { GroupEntryList, GroupEntryPerson } from "@/lib/group-entries/queries/get-group-entry";
import type { RowProblem } from "@/lib/group-entries/rules/entry-rows";
import { RowFields } from "./row-fields";

function Cell({ entry, field }: { entry: GroupEntryPerson; field: RowProblem["field"] }) {
  const t = useTranslations("group-entries");
  const problems = entry.problems.filter((problem) => problem.field === field);
  return (
    <TwoLines
      first={field === "email" ? <EmailAddress address={entry.row.email} /> : entry.row[field]}
      second={
        problems.length > 0 ? (
          <span className="text-danger">
            {problems.map(({ problem }) => t(`problem.${problem}`)).join(" ")}
          </span>
        ) : null
      }
    />
  );
}

function useColumns(list: GroupEntryList): Column<GroupEntryPerson>[] {
  const t = useTranslations("group-entries");
  const cell = (field: RowProblem["field"]) => (entry: GroupEntryPerson) => (
    <Cell entry={entry} field={field} />
  );
  return [
    { key: "name", header: t("list.name"), primary: true, cell: cell("name") },
    { key: "line", header: t("list.line"), cell: (entry) => entry.row.line },
    { key: "email", header: t("list.email"), cell: cell("email") },
    { key: "title", header: t("list.jobTitle"), cell: cell("title") },
    { key: "role", header: t("list.role"), cell: cell("role") },
    ...(list.tracks.length > 1
      ? [{ key: "track", header: t("list.track"), cell: cell("track") } satisfies Column<GroupEntryPerson>]
      : []),
    {
      key: "fix",
      header: t("list.edit"),
      act: true,
      cell: (entry) => (
        <LinkButton
          href={`/organisation/apply/${list.id}?row=${entry.row.id}`}
          tone={entry.problems.length > 0 ? "secondary" : "quiet"}
          size="small"
          aria-label={
            entry.problems.length > 0
              ? t("list.fix", { line: entry.row.line })
              : t("list.fixName", { name: entry.row.name })
          }
        >
          {t("list.edit")}
        </LinkButton>
      ),
    },
  ];
}

function Fix({ list, entry }: { list: GroupEntryList; entry: GroupEntryPerson }) {
  const t = useTranslations("group-entries");
  const fields = { groupEntryId: list.id, rowId: entry.row.id };
  const { name, email, title, role, track } = entry.row;
  return (
    <Card className="mb-6 grid gap-5">
      <h3 className="text-lg">{t("list.fix", { line: entry.row.line })}</h3>
      {entry.problems.length > 0 ? (
        <ul className="list-disc pl-5 text-danger">
          {entry.problems.map(({ field, problem }) => (
            <li key={`${field} ${problem}`}>
              {t(`list.${field === "title" ? "jobTitle" : field}`)}: {t(`problem.${problem}`)}
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm
        action={changeRowAction}
        fields={fields}
        defaultValues={{ name, email, title, role, track }}
        className="max-w-form"
      >
        <RowFields tracks={list.tracks} />
        <SubmitButton className="justify-self-start">{t("list.save")}</SubmitButton>
      </ActionForm>
      <ActionForm action={removeRowAction} fields={fields}>
        <SubmitButton tone="danger" className="justify-self-start">
          {t("list.remove")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** The people on a list, with what is wrong with each, and the one that is being corrected. */
export function EntryRows({ list, openId }: { list: GroupEntryList; openId: string | null }) {
  const t = useTranslations("group-entries");
  const columns = useColumns(list);
  const open = list.entries.find((entry) => entry.row.id === openId);
  return (
    <>
      {open ? <Fix key={open.row.id} list={list} entry={open} /> : null}
      <DataTable
        caption={t("list.caption")}
        columns={columns}
        rows={list.entries}
        rowKey={(entry) => entry.row.id}
        empty={<EmptyState icon="people" title={t("list.empty")} />}
      />
    </>
  );
}
