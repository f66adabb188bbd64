import type { Transaction } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** The rows that transactions queue up for. Where several are locked: in this order, so that none waits in a circle. */
type Lockable =
  | "cohort"
  | "certification_case"
  | "application"
  | "enrolment"
  | "observation"
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
