import "server-only";
import { type AuditFilter, wantedEvents } from "@/lib/audit/facts/wanted-events";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { AuditEvent, Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet, SheetCell } from "@/lib/spreadsheet/sheet";

/** How many events are in memory at a time. */
const PORTION = 2_000;

const columns = [
  "at",
  "stream",
  "position",
  "action",
  "actor",
  "actingRole",
  "entity",
  "entityId",
  "detail",
  "previousHash",
  "hash",
] as const;

const cellsOf = (event: AuditEvent): SheetCell[] => [
  event.at.toISOString(),
  event.stream,
  event.position,
  event.action,
  event.actorId,
  event.actingRole,
  event.entity,
  event.entityId,
  JSON.stringify(event.detail),
  event.previousHash,
  event.hash,
];

/** The events of `where` up to the one with the id `newest`, newest first, a portion at a time. */
async function* portions(where: Prisma.AuditEventWhereInput, newest: bigint) {
  let below = newest + 1n;
  while (true) {
    const events = await database().auditEvent.findMany({
      where: { AND: [where, { id: { lt: below } }] },
      orderBy: { id: "desc" },
      take: PORTION,
    });
    if (events.length > 0) yield events.map(cellsOf);
    if (events.length < PORTION) return;
    below = events.at(-1)?.id ?? 0n;
  }
}

/**
 * The audit trail with its hashes, so that the chain can be computed elsewhere: every event that the filter means and that is there
 * now, newest first. What is written while it is read is not in it, so that its count is right.
 */
export async function getAuditSheet(acting: Acting, locale: Locale, filter: AuditFilter): Promise<LongSheet> {
  const where = await wantedEvents(acting, filter);
  const [seen, t] = await Promise.all([
    database().auditEvent.aggregate({ where, _count: true, _max: { id: true } }),
    translatorFor(locale, "lists"),
  ]);
  return {
    name: t("audit.name"),
    columns: columns.map((key) => ({
      header: t(`column.${key}`),
      ...(key === "position" && { kind: "number" as const }),
    })),
    count: seen._count,
    portions: () => portions(where, seen._max.id ?? 0n),
  };
}
