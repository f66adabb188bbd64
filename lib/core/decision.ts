/** Wall times (`2026-05-13T09:00`) that a sentence names; shown as the reader's language writes them. */
export type Moments = { readonly moments: readonly string[] };

/** Keys of messages that a sentence names; shown in their order in the reader's language. */
export type Words = { readonly words: readonly string[] };

/**
 * Why something is refused: a key below `refusals` in the messages, with what the sentence names.
 * `field` is the form field it concerns, as a dotted path.
 */
export type Refusal = {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | Moments | Words>>;
  readonly field?: string;
};

/** What a rule says: yes, with a value where it has one, or no, with the reason. */
export type Decision<T = undefined> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** A yes without a value. */
export const allowed: Decision = { ok: true, value: undefined };

/** A yes that carries `value`. */
export function allow<T>(value: T): Decision<T> {
  return { ok: true, value };
}

/** A no for the reason `code`, with the values its sentence names. */
export function refuse(
  code: string,
  params?: Refusal["params"],
  field?: string,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...(params && { params }), ...(field && { field }) } };
}

/** A refusal on its way up to the action wrapper, which rolls back and shows its sentence. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "RefusalError";
    this.refusal = refusal;
  }
}

/** The value of a decision; throws `RefusalError` where it is a no. */
export function insist<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new RefusalError(decision.refusal);
  return decision.value;
}

/** The first no among `decisions`, or a yes. */
export function all(...decisions: readonly Decision<unknown>[]): Decision {
  for (const decision of decisions) if (!decision.ok) return decision;
  return allowed;
}
