import type { FieldErrors } from "@/components/ui/form-context";
import {
  bothTexts,
  type DraftBase,
  type DraftFields,
  differences,
  isChoice,
  mergeDrafts,
} from "@/lib/observations/rules/draft-merge";
import type { SaveOutcome, SaveQueue } from "./save-queue";

/** Where what is written stands, as the person is told. */
export type SaveStatus =
  | { readonly kind: "ready" | "saving" | "offline" | "conflict" | "restored" }
  | { readonly kind: "device" | "saved"; readonly at: Date }
  | { readonly kind: "held"; readonly reason: string; readonly fieldErrors: FieldErrors };

/** Two texts of one draft that cannot both hold: `theirs` is null until the text saved elsewhere has been fetched. */
export type DraftConflict = {
  readonly mine: DraftFields;
  readonly theirs: DraftBase | null;
  readonly base: DraftFields;
  /** The fields that both changed. */
  readonly clashes: readonly string[];
};

/** What the form shows of its saving. `taken` is what another device wrote in the meantime and now stands here too. */
export type SaverView = {
  readonly status: SaveStatus;
  readonly deviceFull: boolean;
  readonly conflict: DraftConflict | null;
  readonly taken: readonly string[];
};

/** What was written on this device and had not reached the server, with the saved text it rests on. */
export type LocalCopy = { readonly base: DraftBase; readonly fields: DraftFields };

/** What a saver needs of the page around it. */
export type SaverPorts = {
  /** Sends drafts to the server, and knows the version the next one rests on. */
  readonly queue: Pick<SaveQueue, "save" | "version">;
  /** The form as it is sent, its fields, and putting values into it. */
  form(): FormData;
  read(): DraftFields;
  write(fields: DraftFields): void;
  /** Keeps the copy on this device; false where the browser refuses. */
  keep(copy: LocalCopy): Promise<boolean>;
  /** The server has everything: `base`. */
  drop(base: DraftBase): void;
  /** Asks for the text that the server has now; `arrived` is called with it. */
  refetch(): void;
  show(view: SaverView): void;
  now(): Date;
  later(work: () => void, ms: number): () => void;
};

const AFTER_TYPING_MS = 1_500;
const DEVICE_MS = 150;
const RETRY_MS = 20_000;

function nothing(): void {
  // No timer is running.
}

/**
 * Saves a draft while it is written: on the device at once, on the server shortly after. Nothing is lost without network, and two
 * tabs or devices never overwrite each other: what the other changed is taken over field by field and told; where both changed one
 * field, nothing is sent until the person has chosen.
 */
export class DraftSaver {
  private readonly ports: SaverPorts;
  private view: SaverView = { status: { kind: "ready" }, deviceFull: false, conflict: null, taken: [] };
  private base: DraftBase;
  /** What the person sees as theirs. The form itself is no witness: React puts a newer saved text into fields nobody has touched. */
  private written: DraftFields;
  /** Only what has been brought back is kept: until then the copy on the device is not touched. */
  private opened = false;
  /** Something is written that the server does not have. */
  private dirty = false;
  private under: Promise<boolean> | null = null;
  /** A newer text that came while our own save was on its way: perhaps just that. */
  private waiting: DraftBase | null = null;
  private stopSend = nothing;
  private stopKeep = nothing;

  constructor(ports: SaverPorts, base: DraftBase) {
    this.ports = ports;
    this.base = base;
    this.written = base.fields;
  }

  private show(change: Partial<SaverView>): void {
    this.view = { ...this.view, ...change };
    this.ports.show(this.view);
  }

  /** Brings back what an earlier visit left on the device and never reached the server; `saved` is what the server has by now. */
  open(saved: DraftBase, copy: LocalCopy | null): void {
    this.opened = true;
    if (this.view.conflict) return;
    const newest = saved.version > this.base.version ? saved : this.base;
    this.written = this.ports.read();
    if (copy) {
      // What was typed before this had loaded is brought together with the copy; both are this person's.
      const { fields, clashes } = mergeDrafts(this.base.fields, this.written, copy.fields);
      const mine = { ...fields };
      for (const name of clashes)
        if (!isChoice(name)) mine[name] = bothTexts("", copy.fields[name] ?? "", fields[name] ?? "");
      this.put(mine);
      // It goes on resting on the text it was written on: left unanswered, it is asked about again.
      this.rest(copy.base.version === newest.version ? newest : copy.base);
    }
    if (this.base.version < newest.version) this.rebase(newest);
    else this.settleText(copy ? "restored" : "device");
  }

  private put(fields: DraftFields): void {
    this.ports.write(fields);
    this.written = { ...this.written, ...fields };
  }

  /** The form rests on `base`: sends what differs from it, or needs no copy any more. */
  private settleText(kind: "restored" | "device"): void {
    this.dirty = differences(this.ports.read(), this.base.fields).length > 0;
    if (!this.dirty) {
      this.ports.drop(this.base);
      return;
    }
    this.show({ status: kind === "restored" ? { kind } : { kind, at: this.ports.now() } });
    this.keep();
    this.schedule(AFTER_TYPING_MS);
  }

  /** Brings what is written here together with a newer text of the server's. */
  private rebase(theirs: DraftBase): void {
    const { fields, taken, clashes } = mergeDrafts(this.base.fields, this.written, theirs.fields);
    this.put(fields);
    this.dirty = true;
    if (clashes.length > 0) {
      this.show({
        status: { kind: "conflict" },
        conflict: { mine: fields, theirs, base: this.base.fields, clashes },
        taken,
      });
      this.keep();
      return;
    }
    this.rest(theirs);
    this.show({ conflict: null, taken: taken.length > 0 ? taken : this.view.taken });
    this.settleText("device");
  }

  private rest(base: DraftBase): void {
    this.base = base;
    this.ports.queue.version = base.version;
  }

  /** Something was typed or chosen. */
  edited(): void {
    this.written = this.ports.read();
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
    if (!this.dirty || !this.opened) return;
    void this.ports.keep({ base: this.base, fields: this.ports.read() }).then((kept) => {
      if (kept === this.view.deviceFull) this.show({ deviceFull: !kept });
    });
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
    if (this.view.conflict || !this.opened) return false;
    if (!this.dirty) return true;
    this.stopSend();
    this.dirty = false;
    this.show({ status: { kind: "saving" } });
    const sending = () => ({ form: this.ports.form(), fields: this.ports.read() });
    this.under = this.ports.queue
      .save(sending, (version, fields) => {
        this.base = { version, fields };
      })
      .then((outcome) => this.settle(outcome));
    try {
      return await this.under;
    } finally {
      this.under = null;
      this.lookAtWaiting();
    }
  }

  private lookAtWaiting(): void {
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) this.arrived(waiting);
  }

  private settle(outcome: SaveOutcome): boolean {
    if (outcome.kind === "saved") {
      this.show({ status: { kind: "saved", at: outcome.at } });
      if (this.dirty) {
        this.keep();
        this.schedule(AFTER_TYPING_MS);
      } else {
        this.stopKeep();
        this.ports.drop(this.base);
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
      const mine = this.ports.read();
      this.show({
        status: { kind: "conflict" },
        conflict: { mine, theirs: null, base: this.base.fields, clashes: [] },
      });
      this.ports.refetch();
    }
    return false;
  }

  /** The server's text has come, with its version: after a save of our own, or because another's was met. */
  arrived(saved: DraftBase): void {
    if (this.under) {
      this.waiting = saved;
      return;
    }
    const known = this.view.conflict?.theirs?.version ?? this.base.version;
    if (!this.opened || saved.version <= known) return;
    this.rebase(saved);
  }

  /** Takes over what was chosen in a conflict and goes on from the server's text. */
  resolve(chosen: DraftFields): void {
    const theirs = this.view.conflict?.theirs;
    if (!theirs) return;
    this.put(chosen);
    this.rest(theirs);
    this.dirty = true;
    this.show({ status: { kind: "saving" }, conflict: null });
    this.keep();
    this.schedule(0);
  }

  private schedule(ms: number): void {
    this.stopSend();
    if (!this.view.conflict) this.stopSend = this.ports.later(() => void this.flush(), ms);
  }
}
