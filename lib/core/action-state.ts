/** What a form knows of its last submission; the shape every server action takes and gives. */
export type ActionState =
  | { readonly status: "idle" }
  | { readonly status: "ok"; readonly message?: string; readonly data?: unknown }
  | {
      readonly status: "error";
      /** The refusal's code, `invalid` for bad input, `unexpected` for a fault. */
      readonly code: string;
      /** A sentence in the user's language. */
      readonly message: string;
      /** Sentences per field, by dotted path. */
      readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
      /** What was typed, so that nothing is lost, also before scripts load. */
      readonly values: Readonly<Record<string, unknown>>;
      /** To tell support, and to find the log line by. */
      readonly reference?: string;
    };

/** A server action as a form calls it. */
export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** The state of a form that was not submitted yet. */
export const idle: ActionState = { status: "idle" };
