import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { cleanAddresses } from "@/lib/core/clean-addresses";

/** What a server is asked for, as its listener sees it. */
async function seenFor(path: string): Promise<string> {
  const server = createServer((request, response) => response.end(request.url));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  } finally {
    server.close();
  }
}

describe("an address with a NUL in it", () => {
  it("reaches no listener, wherever it stands", async () => {
    expect(await seenFor("/events/a%00b?q=%00"), "by itself Node passes it on").toBe("/events/a%00b?q=%00");
    cleanAddresses();
    expect(await seenFor("/events/a%00b?q=%00")).toBe("/events/ab?q=");
    expect(await seenFor("/events/%0%000")).not.toContain("%00");
    expect(await seenFor("/programmes/efter%C3%A5r?q=100%25")).toBe("/programmes/efter%C3%A5r?q=100%25");
  });
});
