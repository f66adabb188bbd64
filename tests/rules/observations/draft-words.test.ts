import fc from "fast-check";
import { expect, it } from "vitest";
import { empty, Page, Server } from "./draft-stage";

type Step = {
  readonly who: 0 | 1;
  readonly what: "type" | "wait" | "offline" | "online" | "drop" | "reopen";
};
const step = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  what: fc.constantFrom<Step["what"]>("type", "type", "wait", "wait", "offline", "online", "drop", "reopen"),
});

/** Two editors in this order of events; then both come to an end. The words that were typed and are not on the server. */
async function lostWords(steps: readonly Step[], server: Server): Promise<string[]> {
  const pages: [Page, Page] = [new Page(server), new Page(server)];
  const typed: string[] = [];
  const settle = (page: Page) => {
    if (page.view?.conflict) page.hear(server);
    page.keepBoth();
  };
  for (const [number, { who, what }] of steps.entries()) {
    const page = pages[who];
    if (what === "type") {
      typed.push(`ord${number}.`);
      const name = number % 3 === 0 ? "interpreted" : "seen";
      page.type(`${page.fields[name] ?? ""} ord${number}.`.trim(), name);
    } else if (what === "wait") await page.wait();
    else if (what === "drop") server.dropAnswer = true;
    else if (what === "reopen") {
      page.saver.close();
      pages[who] = new Page(server, page.copy);
    } else server.online = what === "online";
    if (server.online) settle(pages[who]);
  }
  server.online = true;
  server.dropAnswer = false;
  for (let round = 0; round < 6; round++) {
    for (const page of pages) {
      await page.wait();
      settle(page);
      await page.wait();
    }
  }
  const text = `${server.fields.seen} ${server.fields.interpreted}`;
  return typed.filter((word) => !text.includes(word));
}

it("loses no word of two editors in 1,000 random orders of typing, saving, losing the network and closing", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    expect(await lostWords(steps, new Server(empty))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 1000 });
});

it("does lose words where the server takes every version: the test above can fail", async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const careless = new Server(empty);
    careless.careless = true;
    return (await lostWords(steps, careless)).length === 0;
  });
  expect((await fc.check(property, { numRuns: 1000 })).failed).toBe(true);
});
