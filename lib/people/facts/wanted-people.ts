import type { Acting } from "@/lib/auth/acting";
import { visiblePeople } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import { grantInForce } from "./grant-in-force";

/** `search` is part of a name or an address, `role` one that they hold at `now`. */
export type PersonFilter = { readonly search?: string; readonly role?: Role };

/** The people within reach that a filter means. */
export function wantedPeople(
  acting: Acting,
  { search, role }: PersonFilter,
  now: Date,
): Prisma.PersonWhereInput {
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const wanted: Prisma.PersonWhereInput = {
    ...(search && { OR: [{ name: contains }, { email: contains }] }),
    ...(role && { roleGrants: { some: { role, ...grantInForce(now) } } }),
  };
  return { AND: [visiblePeople(acting), wanted] };
}
