import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedPart } from "@/lib/core/asked-part";

const etag = '"6b86"';
const ask = (headers: Record<string, string>, { method = "GET", size = 100 } = {}) =>
  askedPart(method, new Headers(headers), { etag, size });
const part = (first: number, last: number) => ({ kind: "part", first, last });

describe("the part of a file that a request asks for", () => {
  it.each([
    ["bytes=0-0", part(0, 0)],
    ["bytes=0-99", part(0, 99)],
    ["bytes=10-19", part(10, 19)],
    ["bytes=40-", part(40, 99)],
    ["bytes=90-4000", part(90, 99)],
    ["bytes=-1", part(99, 99)],
    ["bytes=-30", part(70, 99)],
    ["bytes=-4000", part(0, 99)],
    ["BYTES= 10-19 ", part(10, 19)],
    ["bytes=99-99", part(99, 99)],
    ["bytes=100-", { kind: "beyond" }],
    ["bytes=100-200", { kind: "beyond" }],
    ["bytes=-0", { kind: "beyond" }],
    [`bytes=${"9".repeat(400)}-`, { kind: "beyond" }],
    [`bytes=5-${"9".repeat(400)}`, part(5, 99)],
    ["bytes=19-10", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["bytes=", { kind: "whole" }],
    ["bytes=a-b", { kind: "whole" }],
    ["bytes=1.5-3", { kind: "whole" }],
    ["bytes=--5", { kind: "whole" }],
    ["lines=1-2", { kind: "whole" }],
    ["10-19", { kind: "whole" }],
    ["bytes=0-9,20-29", { kind: "whole" }],
  ])("%s", (range, expected) => {
    expect(ask({ range })).toEqual(expected);
  });

  it("always lies in the file", () => {
    const bound = fc.option(fc.nat(300), { nil: undefined });
    fc.assert(
      fc.property(bound, bound, fc.nat(200), (from, to, size) => {
        const asked = ask({ range: `bytes=${from ?? ""}-${to ?? ""}` }, { size });
        if (asked.kind !== "part") return;
        expect(asked.first).toBeGreaterThanOrEqual(0);
        expect(asked.first).toBeLessThanOrEqual(asked.last);
        expect(asked.last).toBeLessThan(size);
      }),
    );
  });

  it("is none of a file without bytes", () => {
    for (const range of ["bytes=0-", "bytes=-1", "bytes=0-0"])
      expect(ask({ range }, { size: 0 })).toEqual({ kind: "beyond" });
  });

  it.each([
    ["nothing asked", {}, { kind: "whole" }],
    ["the rest of this file", { range: "bytes=40-", "if-range": etag }, part(40, 99)],
    ["the rest of another", { range: "bytes=40-", "if-range": '"aaaa"' }, { kind: "whole" }],
    ["the rest, by a weak tag", { range: "bytes=40-", "if-range": `W/${etag}` }, { kind: "whole" }],
    [
      "the rest, by a date",
      { range: "bytes=40-", "if-range": "Mon, 23 Nov 2026 08:00:00 GMT" },
      { kind: "whole" },
    ],
    ["what lies beyond another file", { range: "bytes=400-", "if-range": '"aaaa"' }, { kind: "whole" }],
    ["only this file", { "if-match": `"aaaa", ${etag}`, range: "bytes=40-" }, part(40, 99)],
    ["only whatever is there", { "if-match": "*" }, { kind: "whole" }],
    ["only another", { "if-match": '"aaaa"', range: "bytes=40-" }, { kind: "changed" }],
    ["only this one, by a weak tag", { "if-match": `W/${etag}` }, { kind: "changed" }],
    ["what is known", { "if-none-match": `"aaaa", W/${etag}` }, { kind: "unchanged" }],
    ["what is known, in part", { "if-none-match": etag, range: "bytes=40-" }, { kind: "unchanged" }],
    ["what is not known", { "if-none-match": '"aaaa"', range: "bytes=40-" }, part(40, 99)],
  ])("by the conditions: %s", (_name, headers, expected) => {
    expect(ask(headers)).toEqual(expected);
  });

  it("is for GET alone", () => {
    expect(ask({ range: "bytes=40-" }, { method: "HEAD" })).toEqual({ kind: "whole" });
  });
});
