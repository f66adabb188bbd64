import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** The names of an organisation with the time each of them holds, as the rule `nameAt` reads them: to be used as a `select`'s `names`. */
export const namesSelect = {
  select: { name: true, shortName: true, validFrom: true, validTo: true },
} as const satisfies Prisma.Organisation$namesArgs;
