import type { AuditAction, AuditStream } from "../audit/rules/events.ts";
import type { Transaction } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** One thing that was done. `detail` holds ids and states, before and after; personal values by reference only. */
export type AuditEntry = {
  /** The noun and id whose history this is part of, like `cohort:<id>`. */
  readonly stream: AuditStream;
  /** What was done, like `application.submitted`: one of those that have a name in three languages. */
  readonly action: AuditAction;
  readonly entity: string;
  readonly entityId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Who did it: a person in a role, or a named part of the system. */
export type AuditActor = { readonly personId: string | null; readonly role: string };

/**
 * The INSERT that writes `entries` into the trail in their order; gives back as many rows. The database numbers and chains them: its
 * trigger sees the rows of the same statement that came before (PostgreSQL documentation, 37.2 Visibility of Data Changes).
 */
export function auditInsert(actor: AuditActor, now: Date, entries: readonly AuditEntry[]): Prisma.Sql {
  const rows = entries.map(({ detail = {}, ...entry }, n) => ({ n, ...entry, detail }));
  return Prisma.sql`
    INSERT INTO audit_event (stream, action, actor_id, acting_role, entity, entity_id, detail, at)
    SELECT e.stream, e.action, ${actor.personId}::uuid, ${actor.role}, e.entity, e."entityId", e.detail, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS e(n int, stream text, action text, entity text, "entityId" text, detail jsonb)
    ORDER BY e.n
    RETURNING 1`;
}

/** Writes an event into the trail at once, for whoever is not doing `Work`. */
export async function recordAudit(
  tx: Transaction,
  actor: AuditActor,
  now: Date,
  entry: AuditEntry,
): Promise<void> {
  await tx.$queryRaw(auditInsert(actor, now, [entry]));
}
