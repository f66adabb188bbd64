import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { NamePeriod } from "./name-at.ts";

/**
 * Whether an organisation may be called something else from `validFrom` (a calendar day) on. What it was called before is never
 * touched: certificates and records carry the name of their time. So a new name begins after the latest one began.
 */
export function decideAddName(names: readonly NamePeriod[], validFrom: string): Decision {
  const latest = names.reduce<Date | null>(
    (last, name) => (last && last >= name.validFrom ? last : name.validFrom),
    null,
  );
  if (!latest || latest.getTime() < Date.parse(`${validFrom}T00:00:00Z`)) return allowed;
  return refuse("organisation.nameBeforeLast", { day: latest.toISOString().slice(0, 10) }, "validFrom");
}
