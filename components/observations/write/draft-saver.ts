import type { FieldErrors } from "@/components/ui/form-context";
import { type DraftFields, differences } from "./draft-fields";
import type { LocalCopy } from "./local-copy";
import type { SaveOutcome, SaveQueue } from "./save-queue";

/** Where what is written stands, as the person is told. */
export type SaveStatus =
  | { readonly kind: "ready" | "saving" | "offline" | "conflict" | "restored" }
  | { readonly kind: "device" | "saved"; readonly at: Date }
  | { readonly kind: "held"; readonly reason: string; readonly fieldErrors: FieldErrors };

/** What the form shows of its saving. `theirs` is null until the text saved elsewhere has been fetched. */
export type SaverView = {
  readonly status: SaveStatus;
  readonly deviceFull: boolean;
  readonly conflict: { readonly mine: DraftFields; readonly theirs: DraftFields | null } | null;
};

/** What a saver needs of the page around it. */
export type SaverPorts = {
  /** Sends drafts to the server, and knows the version the next one rests on. */
  readonly queue: Pick<SaveQueue, "save" | "version">;
  /** The form as it is sent, its fields, and putting values into it. */
  form(): FormData;
  read(): DraftFields;
  write(fields: DraftFields): void;
  /** The copy on this device. */
  keep(copy: LocalCopy): boolean;
  find(): LocalCopy | null;
  drop(): void;
  /** Asks for the text that the server has now; `arrived` is called with it. */
  refetch(): void;
  show(view: SaverView): void;
  now(): Date;
  later(work: () => void, ms: number): () => void;
};

const AFTER_TYPING_MS = 1_500;
const DEVICE_MS = 300;
const RETRY_MS = 20_000;

function nothing(): void {
  // No timer is running.
}

/**
 * Saves a draft while it is written: on the device at once, on the server shortly after. Nothing is lost without network, and two
 * tabs or devices never overwrite each other: where the server has something newer, nothing is sent until the person has chosen.
 */
export class DraftSaver {
  private readonly ports: SaverPorts;
  private view: SaverView = { status: { kind: "ready" }, deviceFull: false, conflict: null };
  /** Something is written that the server does not have. */
  private dirty = false;
  private under: Promise<boolean> | null = null;
  private stopSend = nothing;
  private stopKeep = nothing;

  constructor(ports: SaverPorts) {
    this.ports = ports;
  }

  private show(change: Partial<SaverView>): void {
    this.view = { ...this.view, ...change };
    this.ports.show(this.view);
  }

  /** Brings back what an earlier visit left on the device and never reached the server. */
  open(saved: DraftFields): void {
    const copy = this.ports.find();
    if (!copy || this.view.conflict) return;
    if (differences(copy.fields, saved).length === 0) {
      this.ports.drop();
      return;
    }
    this.ports.write(copy.fields);
    this.dirty = true;
    if (copy.version < this.ports.queue.version) {
      // It goes on resting on the version it was written on: left unanswered, it is asked about again.
      this.ports.queue.version = copy.version;
      this.show({ status: { kind: "conflict" }, conflict: { mine: copy.fields, theirs: saved } });
      return;
    }
    this.show({ status: { kind: "restored" } });
    this.schedule(AFTER_TYPING_MS);
  }

  /** Something was typed or chosen. */
  edited(): void {
    this.dirty = true;
    this.stopKeep();
    this.stopKeep = this.ports.later(() => {
      this.keep();
      if (!this.view.conflict && !this.under) this.show({ status: { kind: "device", at: this.ports.now() } });
    }, DEVICE_MS);
    this.schedule(AFTER_TYPING_MS);
  }

  /** Keeps what is written on the device now: the page may be about to go. */
  keep(): void {
    this.stopKeep();
    this.stopKeep = nothing;
    if (!this.dirty) return;
    const { version } = this.ports.queue;
    const kept = this.ports.keep({ version, fields: this.ports.read() });
    if (kept === this.view.deviceFull) this.show({ deviceFull: !kept });
  }

  /** The network is back. */
  retry(): void {
    if (this.dirty) this.schedule(0);
  }

  /** The page goes: what is written stays on the device. */
  close(): void {
    this.keep();
    this.stopSend();
  }

  /** Sends what is written, one save at a time; true when the server has all of it. */
  async flush(): Promise<boolean> {
    while (this.under) await this.under;
    if (this.view.conflict) return false;
    if (!this.dirty) return true;
    this.stopSend();
    this.dirty = false;
    this.show({ status: { kind: "saving" } });
    this.under = this.ports.queue.save(() => this.ports.form()).then((outcome) => this.settle(outcome));
    try {
      return await this.under;
    } finally {
      this.under = null;
    }
  }

  private settle(outcome: SaveOutcome): boolean {
    if (outcome.kind === "saved") {
      this.show({ status: { kind: "saved", at: outcome.at } });
      if (this.dirty) this.schedule(AFTER_TYPING_MS);
      else {
        this.stopKeep();
        this.ports.drop();
      }
      return !this.dirty;
    }
    this.dirty = true;
    this.keep();
    if (outcome.kind === "offline") {
      this.show({ status: { kind: "offline" } });
      this.schedule(RETRY_MS);
    } else if (outcome.kind === "refused") {
      this.show({
        status: { kind: "held", reason: outcome.message, fieldErrors: outcome.fieldErrors },
      });
    } else {
      this.show({ status: { kind: "conflict" }, conflict: { mine: this.ports.read(), theirs: null } });
      this.ports.refetch();
    }
    return false;
  }

  /** The server's text has come, with its version: after a save of our own, or because another's was met. */
  arrived(saved: DraftFields, version: number): void {
    if (!this.view.conflict || version <= this.ports.queue.version) return;
    const mine = this.ports.read();
    // Our own save can come back as another's after a crash: nothing differs, so there is nothing to choose.
    if (differences(mine, saved).length === 0) this.resolve({}, version);
    else this.show({ conflict: { mine, theirs: saved } });
  }

  /** Takes over what was chosen in a conflict and goes on from the server's `version`. */
  resolve(chosen: DraftFields, version: number): void {
    this.ports.write(chosen);
    this.ports.queue.version = version;
    this.dirty = true;
    this.show({ status: { kind: "saving" }, conflict: null });
    this.schedule(0);
  }

  private schedule(ms: number): void {
    this.stopSend();
    if (!this.view.conflict) this.stopSend = this.ports.later(() => void this.flush(), ms);
  }
}
