import type { Transaction } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import type { KeyLock } from "./idempotency.ts";

/** The rows that transactions queue up for. Where several are locked: in this order, so that none waits in a circle. */
type Lockable =
  | "agreement"
  | "cohort"
  | "certification_case"
  | "case_representative"
  | "case_review"
  | "application"
  | "enrolment"
  | "observation"
  | "observation_pair"
  | "calibration_round"
  | "framework"
  | "certificate"
  | "programme_version"
  | "framework_version"
  | "session"
  | "observation_visit"
  | "waitlist_entry"
  | "practice_project"
  | "enquiry";

/** Locks one row until the end of the transaction (SELECT … FOR UPDATE); whether there is such a row. */
export async function lockRow(tx: Transaction, table: Lockable, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM ${Prisma.raw(table)} WHERE id = ${id}::uuid FOR UPDATE`;
  return rows.length > 0;
}

/**
 * The lock of a cohort, for the statement that claims an action's key: everything that gives, frees or counts seats waits for it.
 * `cohortId` may be an expression.
 */
export function cohortLock(cohortId: Prisma.Sql): KeyLock {
  return (when) => Prisma.sql`SELECT 1 FROM cohort WHERE id = ${cohortId} AND ${when} FOR UPDATE`;
}

/** The lock of an application after its cohort's, in the order above. `applicationId` may be an expression. */
export function applicationLock(applicationId: Prisma.Sql): KeyLock {
  const cohortOf = Prisma.sql`(SELECT cohort_id FROM application WHERE id = ${applicationId})`;
  return (when) => Prisma.sql`
    SELECT 1 FROM application
    WHERE id = ${applicationId} AND (SELECT count(*) FROM (${cohortLock(cohortOf)(when)}) locked_cohort) = 1
    FOR UPDATE`;
}
