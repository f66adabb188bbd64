import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import { organisationsAs, personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { decideTakingApplications } from "@/lib/cohorts/rules/phase";
import { insist, refuse } from "@/lib/core/decision";
import { tidyText } from "@/lib/core/free-text";
import { readTable } from "@/lib/spreadsheet/read-table";
import { cohortsToEnterFor } from "../facts/cohorts-to-enter-for";
import type { EntryRow } from "../rules/entry-rows";
import { entryColumns, MOST_PEOPLE } from "../schema";

type RowContent = Omit<EntryRow, "id" | "line">;

/** A cohort that the coordinator's organisation may apply to; null where there is none for them. */
export async function loadCohortToEnter(
  work: Work,
  { cohortId, organisationId }: { readonly cohortId: string; readonly organisationId: string },
) {
  if (!organisationsAs(work.acting, "coordinator").includes(organisationId)) return null;
  const cohort = await work.tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsToEnterFor([organisationId])] },
    select: { id: true, state: true, applicationDeadline: true },
  });
  return cohort && { ...cohort, organisationId };
}

export type CohortToEnter = NonNullable<Awaited<ReturnType<typeof loadCohortToEnter>>>;

/** A list of the coordinator's organisation, locked; null where there is none for them. */
export async function loadGroupEntry(work: Work, groupEntryId: string) {
  await work.tx.$executeRaw`SELECT 1 FROM group_entry WHERE id = ${groupEntryId}::uuid FOR UPDATE`;
  return work.tx.groupEntry.findFirst({
    where: {
      id: groupEntryId,
      organisationId: { in: organisationsAs(work.acting, "coordinator") },
    },
    select: {
      id: true,
      cohortId: true,
      organisationId: true,
      rows: {
        orderBy: { line: "asc" },
        select: { id: true, line: true, name: true, email: true, title: true, role: true, track: true },
      },
    },
  });
}

export type LoadedGroupEntry = NonNullable<Awaited<ReturnType<typeof loadGroupEntry>>>;

const tidy = (content: RowContent): RowContent => ({
  name: tidyText(content.name),
  email: tidyText(content.email),
  title: tidyText(content.title),
  role: tidyText(content.role),
  track: tidyText(content.track),
});

/** The people in a file, a row each, however wrong they are. Refused as `spreadsheet.…` where it is not a list. */
async function rowsOf(file: File): Promise<Omit<EntryRow, "id">[]> {
  const table = insist(readTable(new Uint8Array(await file.arrayBuffer()), entryColumns));
  if (table.rows.length > MOST_PEOPLE) insist(refuse("groupEntry.tooMany", { most: MOST_PEOPLE }, "file"));
  const cut = (text: string, most: number) => text.slice(0, most);
  return table.rows.map((row) => ({
    line: row.line,
    ...tidy({
      name: cut(row.cell("name"), 200),
      email: cut(row.cell("email"), 320),
      title: cut(row.cell("title"), 200),
      role: cut(row.cell("role"), 100),
      track: cut(row.cell("track"), 200),
    }),
  }));
}

/** Begins a list of people to apply for, with those of a file where one is given; returns its id. */
export async function startEntry(work: Work, cohort: CohortToEnter, file: File | undefined): Promise<string> {
  insist(decideTakingApplications(cohort, work.now));
  const rows = file ? await rowsOf(file) : [];
  const { id } = await work.tx.groupEntry.create({
    data: {
      cohortId: cohort.id,
      organisationId: cohort.organisationId,
      createdById: personOf(work.acting),
      createdAt: work.now,
      rows: { create: rows },
    },
    select: { id: true },
  });
  await work.audit({
    stream: `organisation:${cohort.organisationId}`,
    action: "groupEntry.begun",
    entity: "groupEntry",
    entityId: id,
    detail: { cohortId: cohort.id, rows: rows.length },
  });
  return id;
}

const note = (
  work: Work,
  list: LoadedGroupEntry,
  done: DoneTo<"groupEntry">,
  detail: Record<string, unknown>,
) =>
  work.audit({
    stream: `organisation:${list.organisationId}`,
    action: `groupEntry.${done}`,
    entity: "groupEntry",
    entityId: list.id,
    detail,
  });

/** Adds a row at the end of a list. */
export async function addRow(work: Work, list: LoadedGroupEntry, content: RowContent): Promise<void> {
  if (list.rows.length >= MOST_PEOPLE) insist(refuse("groupEntry.tooMany", { most: MOST_PEOPLE }));
  const line = Math.max(0, ...list.rows.map((row) => row.line)) + 1;
  await work.tx.groupEntryRow.create({ data: { groupEntryId: list.id, line, ...tidy(content) } });
  await note(work, list, "rowAdded", { line });
}

/** Corrects a row of a list. */
export async function changeRow(
  work: Work,
  list: LoadedGroupEntry,
  rowId: string,
  content: RowContent,
): Promise<void> {
  const { count } = await work.tx.groupEntryRow.updateMany({
    where: { id: rowId, groupEntryId: list.id },
    data: tidy(content),
  });
  if (count === 0) insist(refuse("notFound"));
  await note(work, list, "rowChanged", { rowId });
}

/** Takes a row off a list. */
export async function removeRow(work: Work, list: LoadedGroupEntry, rowId: string): Promise<void> {
  const { count } = await work.tx.groupEntryRow.deleteMany({ where: { id: rowId, groupEntryId: list.id } });
  if (count === 0) insist(refuse("notFound"));
  await note(work, list, "rowRemoved", { rowId });
}

/** Throws a list away. */
export async function discardEntry(work: Work, list: LoadedGroupEntry): Promise<void> {
  await work.tx.groupEntry.delete({ where: { id: list.id } });
  await note(work, list, "discarded", { rows: list.rows.length });
}
