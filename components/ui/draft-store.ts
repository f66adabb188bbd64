/**
 * Drafts of forms on the person's own device. Nothing here is sent anywhere. Each belongs to whoever is signed in: on a device that several
 * use, nobody is shown what another wrote (a blind rating, a reason for a decision); signing out wipes them all.
 */

export type DraftValues = Record<string, string[]>;
export type Draft = { savedAt: number; values: DraftValues };

/** Tells fields that show something other than their form value (dates, searchable lists) to take it over again. */
export const restoredEvent = "praksis:restored";

const prefix = "praksis.draft.";

/** Whoever is signed in, as the frame of the page says (`data-person`); empty for a stranger. */
function personHere(): string {
  return document.querySelector<HTMLElement>("[data-person]")?.dataset.person ?? "";
}

const placeOf = (key: string): string => `${prefix}${personHere()}.${key}`;

const keepFor = 30 * 24 * 60 * 60 * 1000;

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { savedAt, values } = value as Partial<Draft>;
  return typeof savedAt === "number" && typeof values === "object" && values !== null;
}

/** The draft under a key; null when there is none, it is older than thirty days, or storage is closed to us. */
export function loadDraft(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(placeOf(key)) ?? "null");
    if (!isDraft(draft)) return null;
    if (Date.now() - draft.savedAt < keepFor) return draft;
    forgetDraft(key);
  } catch {
    // A browser may refuse storage altogether; the form works without it.
  }
  return null;
}

/** Stores a draft; false when the browser refuses (private window, full). */
export function saveDraft(key: string, values: DraftValues): boolean {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify({ savedAt: Date.now(), values } satisfies Draft));
    return true;
  } catch {
    return false;
  }
}

/** Removes a draft. */
export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(placeOf(key));
  } catch {
    // Nothing was stored either.
  }
}

/** How many drafts the person has on this device. */
export function countDrafts(): number {
  try {
    const own = placeOf("");
    const keys = Object.keys(localStorage).filter((name) => name.startsWith(own));
    return keys.filter((name) => loadDraft(name.slice(own.length)) !== null).length;
  } catch {
    return 0;
  }
}

/** Removes every draft from this device, whoever wrote it. */
export function wipeDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Nothing was stored either.
  }
}

/** The keys of the drafts that the keepers in a form look after. */
export function draftsIn(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLElement>("[data-draft]")].map(({ dataset }) => dataset.draft ?? "");
}

/** What the form carries and nobody wrote: a draft that brought back an old `version` would lose to every newer one. */
const NOT_WRITTEN = ["idempotencyKey", "version"];

function isKept(form: HTMLFormElement, name: string): boolean {
  if (NOT_WRITTEN.includes(name) || name.startsWith("$ACTION")) return false;
  const control = form.elements.namedItem(name);
  return !(control instanceof HTMLInputElement && ["password", "file"].includes(control.type));
}

/** What is written in a form, by name; without passwords, files and the framework's own fields. */
export function readForm(form: HTMLFormElement): DraftValues {
  const values: DraftValues = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || !isKept(form, name)) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** Puts a draft back into its form. Fields that the form no longer has are passed over. */
export function restoreForm(form: HTMLFormElement, values: DraftValues): void {
  for (const control of form.elements) {
    const known =
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement;
    if (!known || !control.name || !isKept(form, control.name)) continue;
    const stored = values[control.name];
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = stored?.includes(control.value) ?? false;
    } else if (stored?.[0] !== undefined) {
      control.value = stored[0];
    }
  }
  form.dispatchEvent(new CustomEvent(restoredEvent));
}
