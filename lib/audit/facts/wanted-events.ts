import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAuditEvents } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What the trail is narrowed to; what is left out fits all. */
export type AuditFilter = {
  readonly stream?: string;
  /** An entity's id, or its kind. */
  readonly entity?: string;
  readonly actor?: string;
  readonly action?: string;
};

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

/** The events within reach that a filter means: the same on the screen and in a file. */
export async function wantedEvents(
  acting: Acting,
  filter: AuditFilter,
): Promise<Prisma.AuditEventWhereInput> {
  const { stream, entity, actor, action } = filter;
  const wanted: Prisma.AuditEventWhereInput = {
    ...(stream && { stream }),
    ...(entity && { OR: [{ entity }, { entityId: entity }] }),
    ...(actor && { actorId: { in: await idsOf(actor) } }),
    ...(action && { action: { startsWith: action } }),
  };
  return { AND: [visibleAuditEvents(acting), wanted] };
}
