import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** Who has to come to a session, as the rule `obligationFor` reads it: to be used as a `select`'s `obligations`. */
export const obligationsSelect = {
  select: { trackId: true, participantRole: true, obligation: true },
} as const satisfies Prisma.Session$obligationsArgs;
