import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DeviceFile } from "@/components/observations/write/device-store";
import { FileSender, type SenderView } from "@/components/observations/write/file-sender";
import type { ActionState } from "@/lib/core/action-state";

const REFUSED: ActionState = {
  status: "error",
  code: "file.kind",
  message: "Filen skal være PDF.",
  fieldErrors: {},
  values: {},
};

/** A page with files on a device, a server that knows keys, and timers run by hand. */
function stage({ keeps = true } = {}) {
  const device = new Map<string, DeviceFile>();
  const server = new Map<string, string>();
  const timers: (() => void)[] = [];
  const state = { online: true, dropAnswer: false, refuses: false, calls: 0 };
  let view: SenderView = { waiting: [], sending: null };
  const make = () =>
    new FileSender({
      action: async (_previous, form) => {
        state.calls += 1;
        if (!state.online) throw new TypeError("Failed to fetch");
        if (state.refuses) return REFUSED;
        server.set(String(form.get("idempotencyKey")), String(form.get("caption")));
        if (!state.dropAnswer) return { status: "ok" };
        state.dropAnswer = false;
        throw new TypeError("Failed to fetch");
      },
      keep: async (file) => {
        if (keeps) device.set(file.id, file);
        return keeps;
      },
      drop: async (id) => device.delete(id),
      show: (next) => {
        view = next;
      },
      later: (work) => {
        timers.push(work);
        return () => timers.splice(timers.indexOf(work), 1);
      },
    });
  return { device, server, timers, state, make, view: () => view };
}

const photo = (id: string): DeviceFile => ({
  id,
  person: "assessor",
  observation: "observation",
  criterion: null,
  caption: `Billede ${id}`,
  file: new File(["x"], "x.png"),
  keptAt: 1,
  refused: null,
});

beforeEach(() => vi.stubGlobal("navigator", { onLine: true }));

describe("FileSender", () => {
  it("keeps a file before it is sent, and not after", async () => {
    const { make, device, server } = stage();
    expect(await make().add(photo("a"))).toEqual({ kind: "sent" });
    expect([...server.values()]).toEqual(["Billede a"]);
    expect(device.size).toBe(0);
  });

  it("keeps it without network, over a closed browser, and sends it afterwards", async () => {
    const { make, device, server, state, view } = stage();
    state.online = false;
    const sender = make();
    expect(await sender.add(photo("a"))).toEqual({ kind: "waiting" });
    expect(await sender.flush(), "the review waits").toBe(false);
    sender.close();
    state.online = true;
    const reopened = make();
    reopened.open([...device.values()]);
    expect(await reopened.flush()).toBe(true);
    expect([...server.values()]).toEqual(["Billede a"]);
    expect([device.size, view().waiting]).toEqual([0, []]);
  });

  it("sends it again under its key where the answer was lost", async () => {
    const { make, server, state, timers } = stage();
    state.dropAnswer = true;
    const sender = make();
    expect(await sender.add(photo("a"))).toEqual({ kind: "waiting" });
    expect(timers).toHaveLength(1);
    expect(await sender.flush()).toBe(true);
    expect([state.calls, server.size]).toEqual([2, 1]);
  });

  it("gives back what the server refuses at once, with its reason", async () => {
    const { make, device, state } = stage();
    state.refuses = true;
    expect(await make().add(photo("a"))).toEqual({ kind: "refused", state: REFUSED });
    expect(device.size).toBe(0);
  });

  it("keeps what is refused later until the person has decided, and sends the others", async () => {
    const { make, device, state, server, view } = stage();
    state.online = false;
    const sender = make();
    await sender.add(photo("a"));
    [state.online, state.refuses] = [true, true];
    expect(await sender.flush()).toBe(false);
    expect(view().waiting).toMatchObject([{ id: "a", refused: "Filen skal være PDF." }]);
    expect(device.get("a")?.refused, "also after the browser was closed").toBe("Filen skal være PDF.");
    state.refuses = false;
    expect(await sender.add(photo("b"))).toEqual({ kind: "sent" });
    const calls = state.calls;
    await sender.flush();
    expect(state.calls, "it is not sent again by itself").toBe(calls);
    await sender.again("a");
    expect([...server.keys()].sort()).toEqual(["a", "b"]);
  });

  it("gives a file back that the device cannot keep and the server does not get", async () => {
    const { make, state, view } = stage({ keeps: false });
    state.online = false;
    expect((await make().add(photo("a"))).kind).toBe("refused");
    expect(view().waiting).toEqual([]);
  });
});
