import { describe, expect, it } from "vitest";
import { bareFrame, framed, frameOf } from "@/app/api/checks/frame";
import { checkedCertificate } from "@/components/certificates/check-page.html";
import { failedCheck, noCertificate, slowDown } from "@/components/certificates/no-check.html";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import type { CertificateStanding } from "@/lib/certificates/rules/standing";
import type { VerifiedCertificate } from "@/lib/certificates/rules/verified";
import { html } from "@/lib/core/html";
import { locales } from "@/lib/i18n/locales";

const NOW = new Date("2031-05-14T10:00:00Z");
const HOSTILE = `<img src=x onerror="alert(1)"> O'Brien & Søn`;
const body = { id: "0190b6c0-0000-7000-8000-000000000001", name: "Organet", shortName: "Organ" };

const payload = certificatePayloadSchema.parse({
  format: "praksis.certificate/2",
  publicId: "Zm9vYmFyYmF6cXV4MTIzNA",
  serialNumber: "PX-2030-00042",
  holder: { name: HOSTILE },
  programme: {
    title: "Programmet",
    version: 1,
    language: "da",
    startsOn: "2029-01-01",
    endsOn: "2029-06-30",
    city: "",
  },
  provider: body,
  certifyingBody: body,
  scheme: { version: 2, text: { da: { title: "Ordningen", scope: "Området" } } },
  criteria: [{ code: "K1", name: { da: "Ser behovet", en: "Sees the need" } }],
  decidedOn: "2030-01-01",
  issuedOn: "2030-01-02",
  validUntilOn: "2035-01-02",
});

function certificate(standing: CertificateStanding): VerifiedCertificate {
  const told = { publicReason: HOSTILE, at: NOW };
  return {
    publicId: payload.publicId,
    serialNumber: payload.serialNumber,
    standing,
    issuedOn: payload.issuedOn,
    validUntilOn: payload.validUntilOn,
    payload,
    isPrivate: false,
    certifyingBody: { ...body, now: { name: "Det Nye Organ", shortName: "DNO" } },
    provider: { ...body, now: null },
    revoked: standing === "revoked" ? told : null,
    suspended: standing === "suspended" ? told : null,
    successor: standing === "superseded" ? { publicId: "A".repeat(22), succession: "renewal" } : null,
    predecessor: null,
    sealed: [{ kind: "issued", number: 3, day: "2030-01-02" }],
  };
}

const page = async (
  given: VerifiedCertificate,
  locale: (typeof locales)[number] = "da",
  fileChecked = false,
) => (await checkedCertificate({ certificate: given, fileChecked, now: NOW }, locale)).text;

describe("the check as HTML", () => {
  it("says each standing in words of its own, in every language", async () => {
    const standings = ["valid", "suspended", "revoked", "expired", "superseded"] as const;
    const headings = new Set<string>();
    for (const locale of locales)
      for (const standing of standings) {
        const [, heading = ""] =
          /<h1[^>]*>([^<]+)<\/h1>/.exec(await page(certificate(standing), locale)) ?? [];
        headings.add(heading);
      }
    expect(headings.size).toBe(standings.length * locales.length);
  });

  it("lets nothing run that somebody wrote, neither a name nor a reason", async () => {
    const text = await page(certificate("revoked"));
    expect(text).not.toContain("<img");
    expect(text.split("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; O&#39;Brien &amp; Søn")).toHaveLength(
      3,
    );
  });

  it("hands out pictures only of what holds or has run out", async () => {
    for (const [standing, there] of [
      ["valid", true],
      ["expired", true],
      ["revoked", false],
      ["suspended", false],
      ["superseded", false],
    ] as const)
      expect((await page(certificate(standing))).includes("/baked.png"), standing).toBe(there);
  });

  it("says nothing of what the holder keeps to themself", async () => {
    const text = await page({ ...certificate("valid"), payload: null, isPrivate: true });
    expect(text).toContain("PX-2030-00042");
    expect(text).not.toContain("Kun du ser");
    for (const hidden of ["Søn", "Programmet", "Ordningen", "credential.json"])
      expect(text).not.toContain(hidden);
  });

  it("tells the holder who keeps it to themself that others read less", async () => {
    const told = "Kun du ser, hvad certifikatet siger";
    expect(await page({ ...certificate("valid"), isPrivate: true })).toContain(told);
    expect(await page(certificate("valid"))).not.toContain(told);
  });

  it("says that a file is genuine only where one was checked", async () => {
    expect(await page(certificate("valid"), "da", true)).toContain("Filen er ægte");
    expect(await page(certificate("valid"))).not.toContain("Filen er ægte");
  });

  it("has a way on where there is nothing to show", async () => {
    expect((await noCertificate("en")).text).toMatch(/<h1[\s\S]*href="\/verify"/);
    expect((await slowDown("sv", 2)).text).toMatch(/<h1[^>]*>[^<]+<\/h1>[\s\S]*2 minuter/);
    expect((await failedCheck("da", "/verify/x", "ABCD1234")).text).toMatch(
      /href="\/verify\/x"[\s\S]*ABCD1234/,
    );
  });
});

/** A page as React sends it, in short. */
const RENDERED =
  '<!DOCTYPE html><html lang="da" class="font"><head><meta charSet="utf-8"/><meta name="viewport" content="w"/>' +
  '<link rel="stylesheet" href="/s.css" nonce="abc" data-precedence="next"/><script src="/a.js" nonce="abc"></script><title>Søg</title>' +
  '<link rel="icon" href="/icon.svg"/></head><body><div hidden=""><!--$--><!--/$--></div><div class="frame"><a href="#main">Hop</a>' +
  '<header><form><input name="returnTo" value="/verify"/></form></header><main id="main" class="m"><p>Indhold</p></main>' +
  '<footer><input name="returnTo" value="/verify"/></footer></div><script nonce="abc">alert(1)</script></body></html>';

describe("the frame of the check", () => {
  it("is what React renders, without scripts and content, and comes back to the page that it is around", () => {
    const text = framed(frameOf(RENDERED, '</f.woff2>; rel=preload; nonce="abc"'), {
      path: "/verify/abc",
      title: "Kontrol <1>",
      content: html`<h1>Her</h1>`,
    });
    expect(text).toBe(
      '<!DOCTYPE html><html lang="da" class="font"><head><meta charset="utf-8"/><meta name="viewport" content="w"/>' +
        '<link rel="stylesheet" href="/s.css" data-precedence="next"/><link rel="icon" href="/icon.svg"/>' +
        '<title>Kontrol &lt;1&gt; · Praksis</title><meta name="robots" content="noindex, nofollow"/></head><body data-still="">' +
        '<div class="frame"><a href="#main">Hop</a><header><form><input name="returnTo" value="/verify/abc"/></form></header>' +
        '<main id="main" class="m"><h1>Her</h1></main><footer><input name="returnTo" value="/verify/abc"/></footer></div></body></html>',
    );
    expect(frameOf(RENDERED, '</f.woff2>; rel=preload; nonce="abc"').link).toBe("</f.woff2>; rel=preload");
  });

  it("is refused where the page is not the one that we know", () => {
    expect(() => frameOf(RENDERED.replace("<main", "<div"), null)).toThrow(/frame/);
    expect(() => frameOf(RENDERED.replace("</footer>", ""), null)).toThrow(/frame/);
    expect(() => frameOf(RENDERED.replace("<form>", '<template id="B:0"></template>'), null)).toThrow(
      /frame/,
    );
  });
});

describe("where no frame can be had", () => {
  it("the answer is a whole document in the reader's language all the same", async () => {
    const sent = framed(bareFrame("sv"), {
      path: "/verify/x",
      title: "Kontroll",
      content: html`${await noCertificate("sv")}`,
    });
    expect(sent).toMatch(/^<!DOCTYPE html><html lang="sv"><head>.*<title>Kontroll · Praksis<\/title>/);
    expect(sent).toContain("<h1");
    expect(sent).toMatch(/<\/main><\/body><\/html>$/);
  });
});
