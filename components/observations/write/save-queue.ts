import type { ActionState, FormAction } from "@/lib/core/action-state";
import { idle } from "@/lib/core/action-state";
import type { DraftFields } from "@/lib/observations/rules/draft-merge";

/** What became of one attempt to save. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly version: number; readonly at: Date }
  | { readonly kind: "offline" }
  | { readonly kind: "conflict" }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
    };

/** What is sent: the form, and the same by field for when it is known to have arrived. */
export type Sending = { readonly form: FormData; readonly fields: DraftFields };

type Saved = { readonly version: number; readonly savedAt: string };

function savedOf(data: unknown): Saved | null {
  const { version, savedAt } = Object(data) as Partial<Saved>;
  return typeof version === "number" && typeof savedAt === "string" ? { version, savedAt } : null;
}

/**
 * Sends drafts one after the other. A request whose answer never came is sent again as it was, under its key, before anything
 * newer: had the server carried it out, it gives the same answer, and our own save is not mistaken for another's.
 */
export class SaveQueue {
  private unanswered: Sending | null = null;
  private readonly action: FormAction;
  /** The version of the draft that the next save rests on. */
  version: number;

  constructor(action: FormAction, version: number) {
    this.action = action;
    this.version = version;
  }

  /**
   * Saves what `read` gives; `arrived` is told of every draft that the server is known to have. Throws what is not about saving (a
   * redirect of the router's).
   */
  async save(
    read: () => Sending,
    arrived: (version: number, fields: DraftFields) => void,
  ): Promise<SaveOutcome> {
    if (this.unanswered) {
      const earlier = await this.send(this.unanswered, arrived);
      if (earlier.kind === "offline" || earlier.kind === "conflict") return earlier;
    }
    const sending = read();
    sending.form.set("version", String(this.version));
    sending.form.set("idempotencyKey", crypto.randomUUID());
    return this.send(sending, arrived);
  }

  private async send(
    sending: Sending,
    arrived: (version: number, fields: DraftFields) => void,
  ): Promise<SaveOutcome> {
    this.unanswered = sending;
    let state: ActionState | undefined;
    try {
      state = await this.action(idle, sending.form);
    } catch (error) {
      if (error instanceof TypeError || !navigator.onLine) return { kind: "offline" };
      this.unanswered = null;
      throw error;
    }
    this.unanswered = null;
    const outcome = this.read(state);
    if (outcome.kind === "saved") arrived(outcome.version, sending.fields);
    return outcome;
  }

  private read(state: ActionState | undefined): SaveOutcome {
    if (state?.status === "ok") {
      const saved = savedOf(state.data);
      if (saved) {
        this.version = saved.version;
        return { kind: "saved", version: saved.version, at: new Date(saved.savedAt) };
      }
    }
    if (state?.status !== "error") return { kind: "offline" };
    if (state.code === "observation.changedElsewhere") return { kind: "conflict" };
    return { kind: "refused", message: state.message, fieldErrors: state.fieldErrors };
  }
}
