import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bakePng, bakeSvg } from "@/lib/badges/rules/baked";
import { publicIdOf, readUploaded } from "@/lib/certificates/rules/uploaded";
import { decideLogo } from "@/lib/organisations/rules/logo";

const JWS = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IngifQ.c2ln";
const text = (content: string) => new TextEncoder().encode(content);
const logo = new Uint8Array(readFileSync("prisma/seed/logos/copi.png"));

describe("an uploaded file", () => {
  it("is told by its content", () => {
    expect(readUploaded(text("%PDF-1.7\n…"))).toEqual({ kind: "document" });
    expect(readUploaded(text(`\n${JWS}\n`))).toEqual({ kind: "jws", jws: JWS });
    expect(readUploaded(text('{"id":"x"}'))).toEqual({ kind: "embedded", credential: { id: "x" } });
    expect(readUploaded(bakePng(logo, JWS))).toEqual({ kind: "jws", jws: JWS });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>';
    expect(readUploaded(text(bakeSvg(svg, JWS)))).toEqual({ kind: "jws", jws: JWS });
  });

  it.each([
    ["a picture without a credential", logo],
    ["a cut picture", bakePng(logo, JWS).subarray(0, 60)],
    [
      "a picture whose chunk claims to be endless",
      (() => {
        const bytes = bakePng(logo, JWS).slice();
        bytes.set([0xff, 0xff, 0xff, 0xff], 33);
        return bytes;
      })(),
    ],
    ["a list", text("[1]")],
    ["null", text("null")],
    ["half a JSON", text('{"id":')],
    ["a word", text("hello")],
    ["bytes that are no text", Uint8Array.of(0xff, 0xfe, 0x00)],
    ["nothing", new Uint8Array()],
    ["a drawing without a credential", text("<svg></svg>")],
  ])("is none of ours: %s", (_name, bytes) => {
    expect(readUploaded(bytes)).toEqual({ kind: "none" });
  });

  it.each([
    ["a drawing that begins a credential at every turn", "<openbadges:credential "],
    ["one that names it and never says it", '<openbadges:credential verify="'],
    ["a JSON that is nested and nested", '{"a":'],
    ["more than a credential has", "eyJ."],
  ])("is none of ours, and said to be so at once, where it is four megabytes of %s", (_name, piece) => {
    // By one pattern over the whole text this took ten minutes, in which the process served nobody: the test would be timed out.
    expect(readUploaded(text(piece.repeat((4 * 1024 * 1024) / piece.length)))).toEqual({ kind: "none" });
  });

  it("never throws, whatever it holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, asPng) => {
        const whole = asPng ? Uint8Array.from([...logo.subarray(0, 33), ...bytes]) : bytes;
        expect(["document", "jws", "embedded", "none"]).toContain(readUploaded(whole).kind);
      }),
    );
  });

  it.each([
    ["https://praksis.example/api/badges/AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA"],
    ["https://praksis.example/api/badges/../x", null],
    ["https://praksis.example.evil.example/api/badges/AAAAAAAAAAAAAAAAAAAAAA", null],
    ["http://praksis.example/api/badges/AAAAAAAAAAAAAAAAAAAAAA", null],
    [7, null],
  ])("names its certificate: %s", (id, expected) => {
    expect(publicIdOf({ id }, "https://praksis.example/api/badges/")).toBe(expected);
  });
});

describe("a logo", () => {
  const sized = (width: number, height: number) => {
    const bytes = logo.slice();
    new DataView(bytes.buffer).setUint32(16, width);
    new DataView(bytes.buffer).setUint32(20, height);
    return bytes;
  };
  it.each<[string, Uint8Array, string]>([
    ["a PNG picture", logo, "yes"],
    ["a PNG of no height", sized(10, 0), "organisation.logoTooLarge"],
    ["a PNG of a million pixels each way", sized(1_000_000, 1_000_000), "organisation.logoTooLarge"],
    ["an SVG", text("<svg/>"), "organisation.logoNotPng"],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Array(60).fill(0)), "organisation.logoNotPng"],
    ["a header alone", logo.subarray(0, 20), "organisation.logoNotPng"],
    ["600 kB", new Uint8Array(600 * 1024), "organisation.logoTooLarge"],
  ])("%s: %s", (_name, bytes, expected) => {
    const decision = decideLogo(bytes);
    expect(decision.ok ? "yes" : decision.refusal.code).toBe(expected);
  });
});
