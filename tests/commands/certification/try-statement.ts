import { expect } from "vitest";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";

class Undone extends Error {}

/** The constraint that refuses a statement (after `first`); null where it is carried out, which is undone. */
export async function tryStatement(
  client: PrismaClient,
  statement: Prisma.Sql,
  first?: Prisma.Sql,
): Promise<string | null> {
  try {
    await client.$transaction(async (tx) => {
      if (first) await tx.$executeRaw(first);
      expect(await tx.$executeRaw(statement)).toBe(1);
      throw new Undone();
    });
  } catch (error) {
    return error instanceof Undone ? null : (violatedConstraint(error) ?? String(error));
  }
  return null;
}
