import type { Transaction } from "./client.ts";

/** One thing that was done. `detail` holds ids and states, before and after; personal values by reference only. */
export type AuditEntry = {
  /** The noun and id whose history this is part of, like `cohort:<id>`. */
  readonly stream: string;
  /** Noun and past participle, like `application.submitted`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Who did it: a person in a role, or a named part of the system. */
export type AuditActor = { readonly personId: string | null; readonly role: string };

/** Writes an event into the trail, in the transaction of the change. The database numbers and chains it. */
export async function recordAudit(
  tx: Transaction,
  actor: AuditActor,
  now: Date,
  entry: AuditEntry,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_event (stream, action, actor_id, acting_role, entity, entity_id, detail, at)
    VALUES (${entry.stream}, ${entry.action}, ${actor.personId}::uuid, ${actor.role}, ${entry.entity}, ${entry.entityId},
            ${JSON.stringify(entry.detail ?? {})}::jsonb, ${now}::timestamptz)`;
}
