import { DraftSaver, type LocalCopy, type SaverView } from "@/components/observations/write/draft-saver";
import { SaveQueue } from "@/components/observations/write/save-queue";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { bothTexts, type DraftFields } from "@/lib/observations/rules/draft-merge";

/** What a page needs of a server: the model below, or the real command on PostgreSQL (tests/commands/observations/editors.test.ts). */
export type DraftServer = {
  readonly action: FormAction;
  /** What it has of the draft by now. */
  readonly fields: DraftFields;
  readonly version: number;
  online: boolean;
  /** The answer of the next call is lost on its way, though the call is carried out. */
  dropAnswer: boolean;
  /** Everything that is under way has come to its end. */
  settled(): Promise<void>;
};

/** The promises of a page's own queue. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** A server that keeps one draft with a version column and remembers the keys it has answered. */
export class Server implements DraftServer {
  fields: DraftFields;
  version = 1;
  online = true;
  dropAnswer = false;
  readonly settled = turns;
  /** For the negative control: whoever comes last wins, whatever version they wrote on. */
  careless = false;
  private readonly answered = new Map<string, ActionState>();

  constructor(fields: DraftFields) {
    this.fields = fields;
  }

  readonly action = async (_: ActionState, form: FormData): Promise<ActionState> => {
    if (!this.online) throw new TypeError("Failed to fetch");
    const key = String(form.get("idempotencyKey"));
    const state = this.answered.get(key) ?? this.carryOut(form);
    this.answered.set(key, state);
    if (this.dropAnswer) {
      this.dropAnswer = false;
      throw new TypeError("Failed to fetch");
    }
    return state;
  };

  private carryOut(form: FormData): ActionState {
    if (!this.careless && Number(form.get("version")) !== this.version) {
      return {
        status: "error",
        code: "observation.changedElsewhere",
        message: "",
        fieldErrors: {},
        values: {},
      };
    }
    this.fields = Object.fromEntries(Object.keys(this.fields).map((name) => [name, String(form.get(name))]));
    this.version += 1;
    return { status: "ok", data: { version: this.version, savedAt: "2026-05-13T10:00:00.000Z" } };
  }
}

/** A page with the form open, its timers run by hand, and the copy on its device. */
export class Page {
  fields: DraftFields;
  copy: LocalCopy | null;
  view: SaverView | null = null;
  refetched = false;
  readonly saver: DraftSaver;
  private timers: (() => void)[] = [];
  private readonly server: DraftServer;

  constructor(server: DraftServer, copy: LocalCopy | null = null) {
    this.server = server;
    this.fields = { ...server.fields };
    this.copy = copy;
    const saved = { version: server.version, fields: { ...server.fields } };
    const ports = {
      queue: new SaveQueue(server.action, server.version),
      form: () => {
        const form = new FormData();
        for (const [name, value] of Object.entries(this.fields)) form.set(name, value);
        return form;
      },
      read: () => ({ ...this.fields }),
      write: (fields: DraftFields) => {
        this.fields = { ...this.fields, ...fields };
      },
      keep: async (kept: LocalCopy) => {
        this.copy = kept;
        return true;
      },
      drop: () => {
        this.copy = null;
      },
      refetch: () => {
        this.refetched = true;
      },
      show: (view: SaverView) => {
        this.view = view;
      },
      now: () => new Date("2026-05-13T10:00:00Z"),
      later: (work: () => void) => {
        this.timers.push(work);
        return () => {
          this.timers = this.timers.filter((timer) => timer !== work);
        };
      },
    };
    this.saver = new DraftSaver(ports, saved);
    this.saver.open(saved, copy);
  }

  type(seen: string, name = "seen"): void {
    this.fields = { ...this.fields, [name]: seen };
    this.saver.edited();
  }

  /** The server's text arrives, as after a refresh of the page. */
  hear(server: DraftServer): void {
    this.saver.arrived({ version: server.version, fields: { ...server.fields } });
  }

  /** Takes both texts where both wrote. */
  keepBoth(): void {
    const conflict = this.view?.conflict;
    if (!conflict?.theirs) return;
    const { base, theirs, clashes } = conflict;
    this.saver.resolve(
      Object.fromEntries(
        clashes.map((name) => [
          name,
          bothTexts(base[name] ?? "", theirs.fields[name] ?? "", this.fields[name] ?? ""),
        ]),
      ),
    );
  }

  /** Lets time pass: everything that waits is done. */
  async wait(): Promise<void> {
    const due = this.timers;
    this.timers = [];
    for (const work of due) work();
    await this.server.settled();
  }
}

/** The fields of a form in which nothing is written. */
export const empty = { observedOn: "2026-05-13", seen: "", interpreted: "", "ratings.0.rating": "" };
/** What the device kept of these fields, begun on the first version. */
export const copyOf = (fields: DraftFields): LocalCopy => ({ base: { version: 1, fields: empty }, fields });
