import type { Permission } from "@/lib/auth/permissions";

/** A list that can be taken out as a file: who may, and whether it is one cohort's or the whole installation's. */
type ExportList = { readonly permission: Permission; readonly of: "cohort" | "all" };

/** Every list that leaves the platform as CSV or XLSX. */
export const exportLists = {
  participants: { permission: "list.export", of: "cohort" },
  applications: { permission: "list.export", of: "cohort" },
  sessions: { permission: "list.export", of: "cohort" },
  queue: { permission: "list.export", of: "cohort" },
  attendance: { permission: "list.export", of: "cohort" },
  audit: { permission: "audit.view", of: "all" },
  people: { permission: "role.manage", of: "all" },
  certificates: { permission: "certification.view", of: "all" },
  decisions: { permission: "certification.view", of: "all" },
  assessors: { permission: "certification.view", of: "all" },
} as const satisfies Record<string, ExportList>;

export type ExportListName = keyof typeof exportLists;

/** Whether `text` names a list. */
export function isExportList(text: string): text is ExportListName {
  return Object.hasOwn(exportLists, text);
}

/** The most rows in one file: the newest of a list that grows for ever. */
export const MOST_EXPORT_ROWS = 20_000;
