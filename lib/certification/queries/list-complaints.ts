import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { ComplaintAbout, ComplaintState } from "@/lib/db/generated/enums";
import { complaintDueAt } from "../rules/complaint";

/** Complaints on one page. */
export const COMPLAINTS_PAGE = 50;

/** A complaint about the handling of a case, in the certifying body's list. */
export type ComplaintRow = {
  readonly id: string;
  readonly caseId: string;
  readonly state: ComplaintState;
  readonly about: ComplaintAbout;
  readonly participant: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly isLate: boolean;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
};

/** A page of the body's complaints: those to answer by their deadline, or the answered ones newest first. */
export async function listComplaints(
  acting: Acting,
  show: "open" | "ended",
  page: number,
  now: Date,
): Promise<{ readonly rows: ComplaintRow[]; readonly total: number }> {
  const where = {
    case: visibleCases(acting),
    state: show === "open" ? ("received" as const) : { not: "received" as const },
  };
  const total = await database().caseComplaint.count({ where });
  const rows = await database().caseComplaint.findMany({
    where,
    select: {
      id: true,
      caseId: true,
      state: true,
      about: true,
      filedAt: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      case: {
        select: {
          enrolment: {
            select: {
              person: { select: { name: true } },
              cohort: { select: { name: true, timeZone: true } },
            },
          },
        },
      },
    },
    orderBy: show === "open" ? [{ filedAt: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "asc" }],
    skip: (page - 1) * COMPLAINTS_PAGE,
    take: COMPLAINTS_PAGE,
  });
  return {
    total,
    rows: rows.map(({ case: { enrolment }, decidedBy, ...each }) => ({
      ...each,
      participant: enrolment.person.name,
      cohort: enrolment.cohort.name,
      timeZone: enrolment.cohort.timeZone,
      dueAt: complaintDueAt(each.filedAt),
      isLate: each.decidedAt === null && complaintDueAt(each.filedAt) < now,
      decidedBy: decidedBy?.name ?? null,
    })),
  };
}
