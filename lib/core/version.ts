import { z } from "zod";
import { allowed, type Decision, refuse } from "./decision.ts";

/** The hidden field of a form that says which version of the row the person was looking at. */
export const versionField = z.coerce.number().int().min(1).max(2_147_483_647);

/** Whether the row is still as the person saw it; refused as `conflict`. */
export function decideVersion(current: { readonly version: number }, seen: number): Decision {
  return current.version === seen ? allowed : refuse("conflict");
}
