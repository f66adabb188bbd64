import { restoredEvent } from "@/components/ui/draft-store";

/** What is written in the observation form, by field name. A rating that is not chosen is the empty text. */
export type DraftFields = Readonly<Record<string, string>>;

/** A rating field's name carries the place of its criterion: `ratings.3.rating`. */
export const isRating = (name: string) => /^ratings\.\d+\.rating$/.test(name);

/** What `form` holds of the fields named in `names`. */
export function readFields(form: HTMLFormElement, names: readonly string[]): DraftFields {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")]));
}

/** As the server stores text: one kind of line end, nothing around it. */
const stored = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** The names of the fields in which two drafts differ, in the order of the form. */
export function differences(a: DraftFields, b: DraftFields): string[] {
  return Object.keys(a).filter((name) => stored(a[name] ?? "") !== stored(b[name] ?? ""));
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
    else if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) found.value = value;
  }
  form.dispatchEvent(new CustomEvent(restoredEvent));
}

/** Both texts of a field, the saved one first; where one holds the other, only the longer. */
export function bothTexts(theirs: string, mine: string): string {
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${theirs.trim()}\n\n${mine.trim()}`;
}
