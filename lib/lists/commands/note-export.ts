import "server-only";
import type { Work } from "@/lib/auth/work";
import type { SheetFormat } from "@/lib/spreadsheet/sheet";
import type { ExportListName } from "../rules/export-lists";
import type { Print } from "../rules/prints";

/** What was taken out. */
export type Export = {
  readonly list: ExportListName;
  /** The cohort it is about; null where it is the installation's. */
  readonly cohortId: string | null;
  readonly rows: number;
  readonly format: SheetFormat;
  /** What it was narrowed by; not by which words, which may name somebody. */
  readonly filters: readonly string[];
};

/** Leaves in the audit trail that somebody took a list out as a file: personal data that the platform no longer keeps watch over. */
export async function noteExport(
  work: Work,
  { list, cohortId, rows, format, filters }: Export,
): Promise<void> {
  await work.audit({
    stream: cohortId ? `cohort:${cohortId}` : "exports",
    action: "list.exported",
    entity: cohortId ? "cohort" : "list",
    entityId: cohortId ?? list,
    detail: { list, rows, format, ...(filters.length > 0 && { filters: [...filters] }) },
  });
}

/** Leaves in the audit trail that somebody printed a cohort's people. */
export async function notePrint(
  work: Work,
  { print, cohortId }: { readonly print: Print; readonly cohortId: string },
): Promise<void> {
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "list.printed",
    entity: "cohort",
    entityId: cohortId,
    detail: { print },
  });
}
