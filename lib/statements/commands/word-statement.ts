import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import type { Locale, StatementName } from "@/lib/db/generated/enums";
import { decideWording } from "../rules/outline";

export type NewWording = {
  readonly name: StatementName;
  readonly locale: Locale;
  /** The wording that the writer had before them. */
  readonly number: number;
  readonly lead: string;
  readonly body: string;
};

/** Puts a new wording in force. Refused as a conflict where somebody else did so since the form was opened. */
export async function wordStatement(
  work: Work,
  { name, locale, number, lead, body }: NewWording,
): Promise<void> {
  insist(decideWording(body));
  const latest = await work.tx.statementWording.aggregate({
    where: { name, locale },
    _max: { number: true },
  });
  if ((latest._max.number ?? 0) !== number) throw new RefusalError({ code: "conflict" });
  const { count } = await work.tx.statementWording.createMany({
    data: [{ name, locale, number: number + 1, lead, body, wordedAt: work.now }],
    skipDuplicates: true,
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `statement:${name}`,
    action: "statement.worded",
    entity: "statement",
    entityId: `${name}.${locale}`,
    detail: { number: number + 1 },
  });
}
