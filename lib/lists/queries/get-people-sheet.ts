import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { grantInForce } from "@/lib/people/facts/grant-in-force";
import { type PersonFilter, wantedPeople } from "@/lib/people/facts/wanted-people";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { portionsAfter } from "../facts/portions";

const selectAt = (now: Date) =>
  ({
    id: true,
    name: true,
    email: true,
    phone: true,
    locale: true,
    createdAt: true,
    closedAt: true,
    roleGrants: {
      where: grantInForce(now),
      select: { role: true, organisation: { select: { names: namesSelect } } },
    },
  }) satisfies Prisma.PersonSelect;

/** Everybody whom the filter means, with the roles they hold at `now`, by name. */
export async function getPeopleSheet(
  acting: Acting,
  locale: Locale,
  filter: PersonFilter,
  now: Date,
): Promise<LongSheet> {
  const where = wantedPeople(acting, filter, now);
  const [count, t, words] = await Promise.all([
    database().person.count({ where }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "sign-in"),
  ]);
  const today = civilDay(now);
  const read = (after: object) =>
    database().person.findMany({
      where,
      select: selectAt(now),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...after,
    });
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
    count,
    portions: () =>
      portionsAfter(read, (person) => [
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
        civilDay(person.createdAt),
        person.closedAt && civilDay(person.closedAt),
      ]),
  };
}
