import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAuditEvents } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { MOST_EXPORT_ROWS } from "../rules/export-lists";

/** The audit trail with its hashes, so that the chain can be computed elsewhere; the newest `MOST_EXPORT_ROWS`, newest first. */
export async function getAuditSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [rows, t] = await Promise.all([
    database().auditEvent.findMany({
      where: visibleAuditEvents(acting),
      orderBy: { id: "desc" },
      take: MOST_EXPORT_ROWS,
    }),
    translatorFor(locale, "lists"),
  ]);
  const keys = [
    "at",
    "stream",
    "position",
    "action",
    "actor",
    "actingRole",
    "entity",
    "entityId",
    "detail",
  ] as const;
  return {
    name: t("audit.name"),
    columns: [
      ...keys.map((key) => ({
        header: t(`column.${key}`),
        ...(key === "position" && { kind: "number" as const }),
      })),
      { header: t("column.previousHash") },
      { header: t("column.hash") },
    ],
    rows: rows.map((event) => [
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
    ]),
  };
}
