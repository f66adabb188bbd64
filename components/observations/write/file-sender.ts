import { type ActionState, type FormAction, idle } from "@/lib/core/action-state";
import type { DeviceFile } from "./device-store";

/** What the form shows of the files that are on their way. */
export type SenderView = {
  /** What the server does not have yet, the oldest first. */
  readonly waiting: readonly DeviceFile[];
  /** The one that is being sent now. */
  readonly sending: string | null;
};

/** What became of a file that was just added: sent, kept here until there is a network, or refused. */
export type Added =
  | { readonly kind: "sent" | "waiting" }
  | { readonly kind: "refused"; readonly state: ActionState };

/** What a sender needs of the page around it. */
export type SenderPorts = {
  readonly action: FormAction;
  /** Keeps a file on this device; false where the browser refuses. */
  keep(file: DeviceFile): Promise<boolean>;
  drop(id: string): Promise<unknown>;
  show(view: SenderView): void;
  later(work: () => void, ms: number): () => void;
};

const RETRY_MS = 20_000;

function nothing(): void {
  // No timer is running.
}

function formOf({ id, observation, criterion, caption, file }: DeviceFile): FormData {
  const form = new FormData();
  form.set("idempotencyKey", id);
  form.set("observationId", observation);
  form.set("criterionId", criterion ?? "");
  form.set("caption", caption);
  form.set("file", file);
  // Without it nothing is added in the first place.
  form.set("othersConsidered", "on");
  return form;
}

/** What the server said of one file; null where it was not reached. Throws what is not about sending (a redirect of the router's). */
async function send(action: FormAction, file: DeviceFile): Promise<ActionState | null> {
  try {
    return (await action(idle, formOf(file))) ?? null;
  } catch (error) {
    if (error instanceof TypeError || !navigator.onLine) return null;
    throw error;
  }
}

/**
 * Sends photos and files one after the other: each is kept on the device before it is sent and until the server has it, and sent again
 * under the same key where no answer came. What the server refuses stays, with the reason, until the person has decided.
 */
export class FileSender {
  private readonly ports: SenderPorts;
  private view: SenderView = { waiting: [], sending: null };
  private under: Promise<void> | null = null;
  private stopRetry = nothing;

  constructor(ports: SenderPorts) {
    this.ports = ports;
  }

  private show(change: Partial<SenderView>): void {
    this.view = { ...this.view, ...change };
    this.ports.show(this.view);
  }

  private without(id: string): readonly DeviceFile[] {
    return this.view.waiting.filter((file) => file.id !== id);
  }

  /** Takes up what an earlier visit left on the device. */
  open(kept: readonly DeviceFile[]): void {
    const known = new Set(this.view.waiting.map((file) => file.id));
    this.show({ waiting: [...kept.filter((file) => !known.has(file.id)), ...this.view.waiting] });
    void this.flush();
  }

  /** Takes a file in: kept first, then sent. Where the device keeps nothing it is sent all the same, and given back if that fails. */
  async add(file: DeviceFile): Promise<Added> {
    await this.under;
    const kept = await this.ports.keep(file);
    this.show({ waiting: [...this.view.waiting, file], sending: file.id });
    const state = await send(this.ports.action, file).finally(() => this.show({ sending: null }));
    if (state?.status === "ok") {
      await this.forget(file.id);
      return { kind: "sent" };
    }
    if (state?.status === "error" || !kept) {
      await this.forget(file.id);
      return { kind: "refused", state: state ?? idle };
    }
    this.schedule();
    return { kind: "waiting" };
  }

  /** Sends what waits; true when nothing does any more. */
  async flush(): Promise<boolean> {
    this.stopRetry();
    this.under ??= this.sendWaiting().finally(() => {
      this.under = null;
    });
    await this.under;
    return this.view.waiting.length === 0;
  }

  private async sendWaiting(): Promise<void> {
    for (const file of this.view.waiting) {
      if (file.refused !== null) continue;
      this.show({ sending: file.id });
      const state = await send(this.ports.action, file).finally(() => this.show({ sending: null }));
      if (state?.status === "ok") await this.forget(file.id);
      else if (state?.status === "error") await this.refuse(file, state.message);
      else return this.schedule();
    }
  }

  private async refuse(file: DeviceFile, reason: string): Promise<void> {
    const refused = { ...file, refused: reason };
    await this.ports.keep(refused);
    this.show({ waiting: this.view.waiting.map((each) => (each.id === file.id ? refused : each)) });
  }

  /** Takes a file from the device for good: it has been sent, or the person does not want it. */
  async forget(id: string): Promise<void> {
    await this.ports.drop(id);
    this.show({ waiting: this.without(id) });
  }

  /** Tries a file again that was refused: signed in anew, or taken up again after a return. */
  async again(id: string): Promise<void> {
    const waiting = this.view.waiting.map((file) => (file.id === id ? { ...file, refused: null } : file));
    this.show({ waiting });
    await this.flush();
  }

  /** The page goes: what waits stays on the device. */
  close(): void {
    this.stopRetry();
  }

  private schedule(): void {
    this.stopRetry();
    this.stopRetry = this.ports.later(() => void this.flush(), RETRY_MS);
  }
}
