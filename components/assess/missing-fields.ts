import type { Refusal } from "@/lib/core/decision";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

/** What a draft lacks, each with the address of the field in the form where it is put right. */
export function missingFields(observation: ObservationView): { href: string; refusal: Refusal }[] {
  const form = `/assess/observations/${observation.id}/write`;
  const codes = new Map(observation.criteria.map((criterion) => [criterion.id, criterion.code]));
  return observation.missing.map((refusal) => {
    const [, criterionId = ""] = refusal.field?.split(".") ?? [];
    const code = codes.get(criterionId);
    const anchor = code ? `criterion-${code}` : `observation-${refusal.field ?? "situation"}`;
    return { href: `${form}#${anchor}`, refusal };
  });
}
