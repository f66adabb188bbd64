import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { vatOn } from "./owed";

/** What a document can come to in all, in minor units: what the column holds. */
const MOST_MINOR = 2_147_483_647;

/** What a line needs to be put on a document. */
export type Groupable = {
  readonly buyerOrganisationId: string | null;
  readonly buyerPersonId: string | null;
  readonly buyer: { readonly name: string; readonly gln: string; readonly reference: string };
  readonly vatPercent: number;
  readonly dueMinor: number;
  readonly invoices: readonly number[];
};

/** One document to be made: lines that go to the same buyer, under the same reference, with the same VAT, in the same direction. */
export type Group<Line extends Groupable> = {
  readonly kind: "invoice" | "credit_note";
  readonly lines: readonly Line[];
  readonly vatPercent: number;
  readonly netMinor: number;
  readonly vatMinor: number;
  /** Of a credit note: the invoices it gives back from, each once, in order. */
  readonly credits: readonly number[];
};

/** The documents to be made of the lines of a cohort or an agreement. What comes to nothing is on none. Sums are never negative: the kind says which way. */
export function groupLines<Line extends Groupable>(lines: readonly Line[]): Group<Line>[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.dueMinor === 0) continue;
    const { buyer } = line;
    const key = JSON.stringify([
      line.dueMinor > 0,
      line.buyerOrganisationId ?? line.buyerPersonId ?? buyer.name,
      buyer.gln,
      buyer.reference,
      line.vatPercent,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const netMinor = Math.abs(group.reduce((sum, line) => sum + line.dueMinor, 0));
    const kind = (group[0]?.dueMinor ?? 0) > 0 ? ("invoice" as const) : ("credit_note" as const);
    const vatPercent = group[0]?.vatPercent ?? 0;
    const numbers = new Set(group.flatMap((line) => line.invoices));
    return {
      kind,
      lines: group,
      vatPercent,
      netMinor,
      vatMinor: vatOn(netMinor, vatPercent),
      credits: kind === "credit_note" ? [...numbers].sort((a, b) => a - b) : [],
    };
  });
}

/** Whether the documents can be made: there is one at all, and none comes to more than can be written. */
export function decideDocuments(
  groups: readonly { readonly netMinor: number; readonly vatMinor: number }[],
): Decision {
  if (groups.length === 0) return refuse("billing.nothingDue");
  return groups.every(({ netMinor, vatMinor }) => netMinor + vatMinor <= MOST_MINOR)
    ? allowed
    : refuse("billing.tooLarge");
}
