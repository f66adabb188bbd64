import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { type AuditFilter, wantedEvents } from "../facts/wanted-events";

/** An event of the trail. `actor` is null for the system, and for whoever is not known any more. */
export type AuditRow = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly stream: string;
  readonly position: number;
  readonly entity: string;
  readonly entityId: string;
  readonly actor: { readonly id: string; readonly name: string | null } | null;
  readonly actingRole: string;
  readonly detail: unknown;
};

const PAGE = 50;

/** The audit trail, newest first, 50 a page. */
export async function listAuditEvents(
  acting: Acting,
  filter: AuditFilter,
  page: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly total: number; readonly pageSize: number }> {
  const where = await wantedEvents(acting, filter);
  const [found, total] = await Promise.all([
    database().auditEvent.findMany({
      where,
      select: {
        id: true,
        at: true,
        action: true,
        stream: true,
        position: true,
        entity: true,
        entityId: true,
        actorId: true,
        actingRole: true,
        detail: true,
      },
      orderBy: { id: "desc" },
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    database().auditEvent.count({ where }),
  ]);
  const actorIds = found.flatMap((event) => event.actorId ?? []);
  const people = await database().person.findMany({
    where: { id: { in: [...new Set(actorIds)] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const rows = found.map(({ id, actorId, ...event }) => ({
    ...event,
    id: String(id),
    actor: actorId ? { id: actorId, name: names.get(actorId) ?? null } : null,
  }));
  return { rows, total, pageSize: PAGE };
}
