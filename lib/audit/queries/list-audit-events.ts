import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAuditEvents } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

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

export type AuditFilter = {
  readonly stream?: string;
  /** An entity's id, or its kind. */
  readonly entity?: string;
  readonly actor?: string;
  readonly action?: string;
};

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The people whose name or address holds `search`: the trail itself holds ids only, so that erasing a person stays possible. */
async function idsOf(search: string): Promise<string[]> {
  if (UUID.test(search)) return [search];
  const contains = { contains: search, mode: "insensitive" } as const;
  const people = await database().person.findMany({
    where: { OR: [{ name: contains }, { email: contains }] },
    select: { id: true },
    take: 200,
  });
  return people.map((person) => person.id);
}

/** The audit trail, newest first, 50 a page. */
export async function listAuditEvents(
  acting: Acting,
  { stream, entity, actor, action }: AuditFilter,
  page: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly total: number; readonly pageSize: number }> {
  const wanted: Prisma.AuditEventWhereInput = {
    ...(stream && { stream }),
    ...(entity && { OR: [{ entity }, { entityId: entity }] }),
    ...(actor && { actorId: { in: await idsOf(actor) } }),
    ...(action && { action: { startsWith: action } }),
  };
  const where = { AND: [visibleAuditEvents(acting), wanted] };
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
