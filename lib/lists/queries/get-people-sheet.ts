import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visiblePeople } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { grantInForce } from "@/lib/people/facts/grant-in-force";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { MOST_EXPORT_ROWS } from "../rules/export-lists";

const ZONE = "Europe/Copenhagen";
const names = { select: { name: true, shortName: true, validFrom: true, validTo: true } } as const;

/** Everybody with the roles they hold at `now`, by name. */
export async function getPeopleSheet(acting: Acting, locale: Locale, now: Date): Promise<Sheet> {
  const [rows, t, words] = await Promise.all([
    database().person.findMany({
      where: visiblePeople(acting),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_EXPORT_ROWS,
      select: {
        name: true,
        email: true,
        phone: true,
        locale: true,
        createdAt: true,
        closedAt: true,
        roleGrants: {
          where: grantInForce(now),
          select: { role: true, organisation: { select: { names } } },
        },
      },
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "sign-in"),
  ]);
  const today = dayOf(now, ZONE);
  return {
    name: t("people.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.email") },
      { header: t("column.phone") },
      { header: t("column.language") },
      { header: t("column.roles") },
      { header: t("column.since"), kind: "day" },
      { header: t("column.closed"), kind: "day" },
    ],
    rows: rows.map((person) => [
      person.name,
      person.email,
      person.phone,
      person.locale,
      person.roleGrants
        .map(({ role, organisation }) => {
          const name = nameAt(organisation.names, today)?.shortName ?? "";
          return `${words(`roles.${role}`)} (${name})`;
        })
        .join(", "),
      dayOf(person.createdAt, ZONE),
      person.closedAt && dayOf(person.closedAt, ZONE),
    ]),
  };
}
