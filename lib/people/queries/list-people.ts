import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { grantInForce } from "@/lib/people/facts/grant-in-force";
import { type PersonFilter, wantedPeople } from "@/lib/people/facts/wanted-people";

/** A person in a list, with the roles in force. */
export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly closedAt: Date | null;
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[];
};

const PAGE = 50;

/** People, 50 a page by name; narrowed as wanted. */
export async function listPeople(
  acting: Acting,
  filter: PersonFilter,
  page: number,
  now: Date,
): Promise<{ readonly rows: readonly PersonRow[]; readonly total: number; readonly pageSize: number }> {
  const inForce = grantInForce(now);
  const where = wantedPeople(acting, filter, now);
  const [found, total] = await Promise.all([
    database().person.findMany({
      where,
      select: {
        id: true,
        name: true,
        email: true,
        closedAt: true,
        roleGrants: {
          where: inForce,
          select: {
            role: true,
            organisation: {
              select: {
                names: namesSelect,
              },
            },
          },
        },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    database().person.count({ where }),
  ]);
  const today = civilDay(now);
  const rows = found.map(({ roleGrants, ...person }) => ({
    ...person,
    roles: roleGrants.map((grant) => ({
      role: grant.role,
      organisation: nameAt(grant.organisation.names, today)?.shortName ?? "",
    })),
  }));
  return { rows, total, pageSize: PAGE };
}
