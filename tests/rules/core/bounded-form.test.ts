import { describe, expect, it } from "vitest";
import { boundedBytes, boundedForm } from "@/lib/core/bounded-form";

const address = "https://praksis.example/api/auth/link";
const post = (body: BodyInit, headers?: HeadersInit) =>
  new Request(address, { method: "POST", body, ...(headers && { headers }), duplex: "half" } as RequestInit);

/** A body that never ends, and how much of it was asked for. */
function endless() {
  let asked = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  return { body, asked: () => asked };
}

describe("a route's form", () => {
  it("is read as it was sent, in both ways that a browser sends one", async () => {
    const fields = new URLSearchParams({ token: "t", email: "anna@odense.example" });
    expect(Object.fromEntries((await boundedForm(post(fields))) ?? [])).toEqual(Object.fromEntries(fields));
    const parts = new FormData();
    parts.append("file", new File(["%PDF-"], "bevis.pdf"));
    const file = (await boundedForm(post(parts)))?.get("file");
    expect(file instanceof File && (await file.text())).toBe("%PDF-");
  });

  it("is not read on once it is longer than any form of ours", async () => {
    const { body, asked } = endless();
    expect(await boundedForm(post(body, { "content-type": "application/x-www-form-urlencoded" }))).toBeNull();
    expect(asked()).toBeLessThan(64 * 1024);
  });

  it("is not read at all where it says so itself", async () => {
    const { body, asked } = endless();
    const request = post(body, { "content-length": String(5 * 1024 ** 3) });
    expect(await boundedBytes(request, 1024)).toBeNull();
    // A stream fetches its first piece before anybody asks.
    expect(asked()).toBe(1024);
  });

  it.each([
    ["no type", ""],
    ["another type", "application/json"],
    ["parts without a boundary", "multipart/form-data"],
  ])("is none: %s", async (_name, type) => {
    expect(await boundedForm(post("a=b", { "content-type": type }))).toBeNull();
  });
});
