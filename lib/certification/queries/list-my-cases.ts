import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { ownCase, ownSelect } from "../facts/own-case";
import type { OwnCase } from "../rules/own-case";

/** One's own cases, the newest first: where each stands, what is still missing, and of the outcome only what was released. */
export async function listMyCases(acting: Acting, locale: Locale, now: Date): Promise<OwnCase[]> {
  const rows = await database().certificationCase.findMany({
    where: { AND: [{ enrolment: { personId: personOf(acting) } }, visibleCases(acting)] },
    select: ownSelect,
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ownCase(row, locale, now));
}
