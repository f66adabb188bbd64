import { vatOn } from "./owed";

/** What a line needs to be put on a document. */
export type Groupable = {
  readonly buyerOrganisationId: string | null;
  readonly buyerPersonId: string | null;
  readonly buyer: { readonly name: string; readonly gln: string; readonly reference: string };
  readonly dueMinor: number;
  readonly invoices: readonly number[];
};

/** One document to be made: lines that go to the same buyer, under the same reference, in the same direction. */
export type Group<Line extends Groupable> = {
  readonly kind: "invoice" | "credit_note";
  readonly lines: readonly Line[];
  readonly netMinor: number;
  readonly vatMinor: number;
  /** Of a credit note: the invoices it gives back from, each once, in order. */
  readonly credits: readonly number[];
};

/** The documents to be made of a cohort's lines. What comes to nothing is on none. Sums are never negative: the kind says which way. */
export function groupLines<Line extends Groupable>(
  lines: readonly Line[],
  vatPercent: number,
): Group<Line>[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.dueMinor === 0) continue;
    const { buyer } = line;
    const key = JSON.stringify([
      line.dueMinor > 0,
      line.buyerOrganisationId ?? line.buyerPersonId ?? buyer.name,
      buyer.gln,
      buyer.reference,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const netMinor = Math.abs(group.reduce((sum, line) => sum + line.dueMinor, 0));
    const kind = (group[0]?.dueMinor ?? 0) > 0 ? ("invoice" as const) : ("credit_note" as const);
    const numbers = new Set(group.flatMap((line) => line.invoices));
    return {
      kind,
      lines: group,
      netMinor,
      vatMinor: vatOn(netMinor, vatPercent),
      credits: kind === "credit_note" ? [...numbers].sort((a, b) => a - b) : [],
    };
  });
}
