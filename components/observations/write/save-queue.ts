import type { ActionState, FormAction } from "@/lib/core/action-state";
import { idle } from "@/lib/core/action-state";

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
  private unanswered: FormData | null = null;
  private readonly action: FormAction;
  /** The version of the draft that the next save rests on. */
  version: number;

  constructor(action: FormAction, version: number) {
    this.action = action;
    this.version = version;
  }

  /** Saves what `read` gives. Throws what is not about saving (a redirect of the router's). */
  async save(read: () => FormData): Promise<SaveOutcome> {
    if (this.unanswered) {
      const earlier = await this.send(this.unanswered);
      if (earlier.kind === "offline" || earlier.kind === "conflict") return earlier;
    }
    const form = read();
    form.set("version", String(this.version));
    form.set("idempotencyKey", crypto.randomUUID());
    return this.send(form);
  }

  private async send(form: FormData): Promise<SaveOutcome> {
    this.unanswered = form;
    let state: ActionState | undefined;
    try {
      state = await this.action(idle, form);
    } catch (error) {
      if (error instanceof TypeError || !navigator.onLine) return { kind: "offline" };
      this.unanswered = null;
      throw error;
    }
    this.unanswered = null;
    return this.read(state);
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
