import type { Prisma } from "@/lib/db/generated/client";

/** Role grants that are in force at `now`. */
export const grantInForce = (now: Date) =>
  ({
    validFrom: { lte: now },
    OR: [{ validTo: null }, { validTo: { gt: now } }],
  }) satisfies Prisma.RoleGrantWhereInput;
