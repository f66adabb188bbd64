import fc from "fast-check";
import { type DraftServer, Page } from "./draft-stage";

/** What one of two editors does next, or what happens to them. */
export type Step = {
  readonly who: 0 | 1;
  readonly what: "type" | "wait" | "offline" | "online" | "drop" | "reopen";
};
/** Any of it. */
export const step = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  what: fc.constantFrom<Step["what"]>("type", "type", "wait", "wait", "offline", "online", "drop", "reopen"),
});

/** Two editors in this order of events; then both come to an end. The words that were typed and are not on the server. */
export async function lostWords(steps: readonly Step[], server: DraftServer): Promise<string[]> {
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
