import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/canonical-json";
import { hashOf } from "@/lib/core/hash";

describe("canonicalJson", () => {
  it("sorts keys by UTF-16 code unit and leaves no spaces", () => {
    expect(canonicalJson({ b: [1, "æ"], a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":[1,"æ"]}',
    );
  });

  it("writes instants in UTC and leaves out what is undefined", () => {
    expect(canonicalJson({ at: new Date("2026-05-13T09:00:00+02:00"), gone: undefined })).toBe(
      '{"at":"2026-05-13T07:00:00.000Z"}',
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [10n]])("refuses %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it("says the same whatever the order of the keys, and gives back what it was given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("a changed letter changes the hash", () => {
    expect(hashOf({ text: "set" })).not.toBe(hashOf({ text: "sét" }));
  });
});
