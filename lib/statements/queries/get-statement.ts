import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { StatementName } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { shippedWording } from "../facts/shipped-wording";

/** A statement in one language, as it is in force. */
export type Statement = {
  readonly lead: string;
  readonly body: string;
  /** Counts an administrator's wordings; 0 is the text that came with Praksis. */
  readonly number: number;
  readonly wordedAt: Date | null;
};

/** The statement in force. It is public: who may open a page may read it. */
export async function getStatement(_acting: Acting, name: StatementName, locale: Locale): Promise<Statement> {
  const worded = await database().statementWording.findFirst({
    where: { name, locale },
    orderBy: { number: "desc" },
    select: { lead: true, body: true, number: true, wordedAt: true },
  });
  return worded ?? { ...(await shippedWording(name, locale)), number: 0, wordedAt: null };
}
