import { forgetDraft, loadDraft, saveDraft } from "@/components/ui/draft-store";
import type { DraftFields } from "./draft-fields";

/** What was written on this device and had not reached the server, with the version of the draft it was written on. */
export type LocalCopy = { readonly version: number; readonly fields: DraftFields };

const key = (observationId: string) => `observation:${observationId}`;

/** Keeps what is written on this device; false where the browser refuses. */
export function keepCopy(observationId: string, copy: LocalCopy): boolean {
  const fields = Object.entries(copy.fields).map(([name, value]) => [name, [value]]);
  return saveDraft(key(observationId), { ...Object.fromEntries(fields), version: [String(copy.version)] });
}

/** What was kept on this device of the fields named in `names`; null where nothing was. */
export function findCopy(observationId: string, names: readonly string[]): LocalCopy | null {
  const kept = loadDraft(key(observationId));
  if (!kept) return null;
  const fields = Object.fromEntries(names.map((name) => [name, kept.values[name]?.[0] ?? ""]));
  return { version: Number(kept.values.version?.[0] ?? 0), fields };
}

/** Drops what was kept: the server has it. */
export function dropCopy(observationId: string): void {
  forgetDraft(key(observationId));
}
