import type { Permission } from "@/lib/auth/permissions";

/** A list that can be taken out as a file: who may, whether it is one cohort's or the whole installation's, and what narrows it. */
type ExportList = {
  readonly permission: Permission;
  readonly of: "cohort" | "all";
  /** By which parameters of its address it can be narrowed. */
  readonly filters?: readonly string[];
};

/** Every list that leaves the platform as CSV or XLSX. */
export const exportLists = {
  participants: { permission: "list.export", of: "cohort" },
  applications: { permission: "list.export", of: "cohort" },
  sessions: { permission: "list.export", of: "cohort" },
  queue: { permission: "list.export", of: "cohort" },
  attendance: { permission: "list.export", of: "cohort" },
  audit: { permission: "audit.view", of: "all", filters: ["actor", "action", "entity", "stream"] },
  messages: { permission: "message.view", of: "cohort" },
  templates: { permission: "message.view", of: "cohort" },
  keptSeats: { permission: "waitlist.manage", of: "cohort" },
  cohorts: { permission: "cohort.manage", of: "all", filters: ["q", "state"] },
  programmes: { permission: "programme.manage", of: "all" },
  rooms: { permission: "session.manage", of: "all" },
  schoolHolidays: { permission: "session.manage", of: "all", filters: ["year"] },
  publicHolidays: { permission: "session.manage", of: "all", filters: ["year"] },
  agreements: { permission: "agreement.manage", of: "all" },
  enquiries: { permission: "enquiry.answer", of: "all", filters: ["show"] },
  ownPeople: { permission: "organisation.view", of: "all" },
  enteredApplications: { permission: "organisation.enrol", of: "all" },
  groupEntry: { permission: "organisation.enrol", of: "all", filters: ["entry"] },
  organisations: { permission: "organisation.manage", of: "all", filters: ["search", "kind"] },
  people: { permission: "role.manage", of: "all", filters: ["search", "role"] },
  certificates: { permission: "certification.view", of: "all", filters: ["q", "standing"] },
  cases: { permission: "certification.view", of: "all", filters: ["phase"] },
  authorisations: { permission: "assessor.authorise", of: "all" },
  frameworks: { permission: "framework.manage", of: "all" },
  calibrations: { permission: "calibration.run", of: "all" },
  ratedCalibrations: { permission: "calibration.rate", of: "all" },
  observations: { permission: "assessment.view", of: "all" },
  visits: { permission: "assessment.view", of: "all", filters: ["view"] },
  assessmentQueue: { permission: "assessment.view", of: "all" },
  taughtSessions: { permission: "facilitation.view", of: "all", filters: ["view"] },
  taughtCohorts: { permission: "facilitation.view", of: "all" },
  outbox: { permission: "installation.view", of: "all", filters: ["search", "state"] },
  jobs: { permission: "installation.view", of: "all" },
  decisions: { permission: "certification.view", of: "all", filters: ["period"] },
  assessors: { permission: "certification.view", of: "all", filters: ["period"] },
  complaints: { permission: "certification.view", of: "all", filters: ["period"] },
  samples: { permission: "case.sample", of: "all" },
  reviews: { permission: "case.sample", of: "all", filters: ["period"] },
} as const satisfies Record<string, ExportList>;

export type ExportListName = keyof typeof exportLists;

/** Whether `text` names a list. */
export function isExportList(text: string): text is ExportListName {
  return Object.hasOwn(exportLists, text);
}

/** What of an address's parameters narrows a list. */
export function filterOf(list: ExportListName, params: URLSearchParams): Record<string, string> {
  const { filters = [] }: ExportList = exportLists[list];
  return Object.fromEntries(
    filters.flatMap((name) => {
      const value = params.get(name)?.trim().slice(0, 200);
      return value ? [[name, value]] : [];
    }),
  );
}
