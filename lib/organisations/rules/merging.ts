import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** An organisation as far as merging goes. */
export type MergeSide = {
  readonly id: string;
  readonly country: string;
  readonly registrationNumber: string | null;
  readonly isMerged: boolean;
};

/** What the record to be given up is bound to: how many rows of each table that says who it is towards others. */
export type Bound = Readonly<Record<string, number>>;

/**
 * Whether `gone` can be merged into `kept`: two records, neither merged before, of one legal body. Two different registration numbers are two
 * bodies. A record that trains, certifies or issues is in what was printed and signed, and stays.
 */
export function decideMerging(gone: MergeSide, kept: MergeSide, bound: Bound): Decision {
  if (gone.id === kept.id) return refuse("organisation.mergeSame", undefined, "keptId");
  if (gone.isMerged || kept.isMerged) return refuse("organisation.mergedBefore", undefined, "keptId");
  const numbers = gone.registrationNumber !== null && kept.registrationNumber !== null;
  if (numbers && (gone.registrationNumber !== kept.registrationNumber || gone.country !== kept.country))
    return refuse("organisation.mergeTwoBodies", undefined, "keptId");
  return Object.values(bound).some((rows) => rows > 0) ? refuse("organisation.mergeBound") : allowed;
}
