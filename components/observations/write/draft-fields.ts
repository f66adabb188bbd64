import { restoredEvent } from "@/components/ui/draft-store";
import type { DraftFields } from "@/lib/observations/rules/draft-merge";

/** What `form` holds of the fields named in `names`. */
export function readFields(form: HTMLFormElement, names: readonly string[]): DraftFields {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")]));
}

/** Puts values into the form, and tells those fields that show something other than their value. */
export function writeFields(form: HTMLFormElement, fields: DraftFields): void {
  for (const [name, value] of Object.entries(fields)) {
    const found = form.elements.namedItem(name);
    if (found instanceof RadioNodeList) {
      for (const choice of found)
        if (choice instanceof HTMLInputElement) choice.checked = choice.value === value;
    } else if (found instanceof HTMLInputElement && found.type === "radio")
      found.checked = found.value === value;
    else if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) {
      // The caret stays where it is in a field that does not change.
      if (found.value !== value) found.value = value;
    }
  }
  form.dispatchEvent(new CustomEvent(restoredEvent));
}
