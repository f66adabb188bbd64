import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hostDid, issuerDid } from "@/lib/badges/rules/addresses";
import { bakePng, bakeSvg, crc32 } from "@/lib/badges/rules/baked";
import { formatFor } from "@/lib/badges/rules/media-type";
import { badgePicture } from "@/lib/badges/rules/picture";
import { bitstringOf, STATUS_LIST_BITS, statesThatSet } from "@/lib/badges/rules/status-list";
import { startOfDay } from "@/lib/badges/rules/timestamps";
import { renderPng } from "@/lib/signing/render-png";

const jws = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln_bmF0-dXJl";

describe("the format that is asked for", () => {
  it.each([
    [null, "data_integrity"],
    ["*/*", "data_integrity"],
    ["application/vc+ld+json", "data_integrity"],
    ["application/vc", "data_integrity"],
    ["application/json", "data_integrity"],
    ["application/vc+jwt", "vc_jwt"],
    ["Application/VC+JWT; q=0.8", "vc_jwt"],
    ["application/vc+ld+json;q=0.5, application/vc+jwt", "vc_jwt"],
    ["application/vc+jwt;q=0.5, application/vc+ld+json", "data_integrity"],
    ["application/vc+jwt;q=0, */*", "data_integrity"],
    ["application/vc+jwt;q=0", "data_integrity"],
    ["application/vc+ld+json;q=0, */*", "vc_jwt"],
    ["*/*, application/vc+jwt", "vc_jwt"],
    ["application/*;q=0.9, application/vc+jwt;q=0.8", "data_integrity"],
    ["application/json;q=0.2, application/vc+jwt;q=0.3, application/vc;q=0.4", "data_integrity"],
    ["application/vc+jwt, application/vc", "vc_jwt"],
    ["application/vc, application/vc+jwt", "data_integrity"],
    ["constructor, __proto__", "data_integrity"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "data_integrity"],
    ["image/png", "data_integrity"],
    ["", "data_integrity"],
  ])("%s → %s", (accept, format) => {
    expect(formatFor(accept)).toBe(format);
  });
});

describe("a DID", () => {
  it.each([
    ["https://praksis.example.org", "did:web:praksis.example.org"],
    ["http://127.0.0.1:3000", "did:web:127.0.0.1%3A3000"],
  ])("of the host %s", (url, did) => {
    expect(hostDid(url)).toBe(did);
    expect(issuerDid(url, { organisationId: "x", ownsHost: true })).toBe(did);
    expect(issuerDid(url, { organisationId: "x", ownsHost: false })).toBe(`${did}:api:badges:issuers:x`);
  });
});

describe("a day", () => {
  it.each([
    ["2019-05-13", "2019-05-13T00:00:00+02:00"],
    ["2019-11-20", "2019-11-20T00:00:00+01:00"],
    ["2026-03-29", "2026-03-29T00:00:00+01:00"],
    ["2026-10-25", "2026-10-25T00:00:00+02:00"],
  ])("%s begins in Denmark at %s", (day, start) => {
    expect(startOfDay(day, "Europe/Copenhagen")).toBe(start);
  });
});

describe("a status list", () => {
  it("has the least number of bits, the first one leftmost", () => {
    const bytes = bitstringOf([0, 9, STATUS_LIST_BITS - 1]);
    expect(bytes).toHaveLength(16_384);
    expect([bytes[0], bytes[1], bytes[2], bytes[16_383]]).toEqual([0x80, 0x40, 0, 0x01]);
    expect(bitstringOf([]).every((byte) => byte === 0)).toBe(true);
  });

  it("ends where it ends", () => {
    expect(() => bitstringOf([STATUS_LIST_BITS])).toThrow(RangeError);
    expect(() => bitstringOf([-1])).toThrow(RangeError);
  });

  it("marks what does not hold for good as revoked, and what rests as suspended", () => {
    expect(statesThatSet).toEqual({ revocation: ["revoked", "superseded"], suspension: ["suspended"] });
  });
});

describe("a picture", () => {
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const of = (title: string, year: string | null = "2026") =>
    badgePicture({ title, body: "COI", year, kind: "Certifikat" });

  it("says what, by whom and when, also aloud", () => {
    const svg = of("Offentlig innovationsledelse");
    expect(svg).toContain("<title>Certifikat, Offentlig innovationsledelse, COI, 2026</title>");
    expect(svg).toContain(">COI · 2026</text>");
    expect(of("x", null)).toContain(">COI</text>");
  });

  it.each([
    ["markup", '<script>alert("1")</script> & more'],
    ["control characters", "Led\u0000else\u0007"],
    ["one endless word", long],
    ["an endless title", `${long} `.repeat(9)],
    ["other scripts", "Ærø Åse 日本語 🎓"],
  ])("is a sound document with %s", (_name, title) => {
    const svg = of(title);
    expect(svg).not.toContain("<script");
    expect(svg).not.toMatch(/\p{Cc}(?<!\n)/u);
    const lines = [...svg.matchAll(/<text [^>]*font-size="(\d+)" font-weight="600"[^>]*>([^<]*)</g)];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(6);
    for (const [, size, line = ""] of lines)
      expect([...line.replace(/&#\d+;/g, "x")].length * Number(size) * 0.5).toBeLessThan(560);
  });
});

/** The chunks of a PNG, each with its CRC checked. */
function chunksOf(png: Uint8Array): { type: string; data: Uint8Array }[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

describe("baking", () => {
  it("puts the credential directly after <svg>, and the rest stays", () => {
    const svg = badgePicture({ title: "A", body: "B", year: "2026", kind: "C" });
    const baked = bakeSvg(svg, jws);
    expect(baked).toMatch(
      new RegExp(
        `^<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" xmlns="[^>]*><openbadges:credential verify="${jws}"></openbadges:credential>`,
      ),
    );
    expect(baked.endsWith(svg.slice(svg.indexOf("<title>")))).toBe(true);
  });

  it("puts it into one uncompressed iTXt chunk of the PNG, and the picture stays the same", async () => {
    const png = await renderPng(
      badgePicture({ title: "Ledelse", body: "COI", year: "2026", kind: "Certifikat" }),
    );
    const chunks = chunksOf(bakePng(png, jws));
    const texts = chunks.filter(({ type }) => type === "iTXt");
    expect(texts.map(({ data }) => new TextDecoder().decode(data))).toEqual([
      `openbadgecredential\0\0\0\0\0${jws}`,
    ]);
    expect(chunks.filter(({ type }) => type !== "iTXt")).toEqual(chunksOf(png));
    expect(chunks.map(({ type }) => type).slice(0, 2)).toEqual(["IHDR", "iTXt"]);
    const pixels = inflateSync(
      Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)),
    );
    expect(pixels).toHaveLength(640 * (640 * 4 + 1));
  });

  it("refuses what is no picture and what is no JWS", () => {
    expect(() => bakeSvg("<html></html>", jws)).toThrow(TypeError);
    expect(() => bakePng(new Uint8Array(64), jws)).toThrow(TypeError);
    for (const bad of ['a.b.c"', "a.b", "<x>.y.z", ""])
      expect(() => bakeSvg("<svg></svg>", bad)).toThrow(TypeError);
  });
});
