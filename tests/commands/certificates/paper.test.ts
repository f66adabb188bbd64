import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { typesetCertificate, verifyUrl } from "@/lib/certificates/commands/typeset-certificate";
import { type CertificatePayload, certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { sha256 } from "@/lib/core/hash";
import { criterionTexts, frameworkTexts } from "../../../prisma/seed/framework-texts";

/** Programs that were not written here: poppler's and zbar's. Where one is missing its tests are skipped, and counted as skipped. */
const has = (program: string) => spawnSync(program, ["-h"], { stdio: "ignore" }).error === undefined;
const poppler = has("pdfinfo") && has("pdftotext") && has("pdftoppm") && has("pdfdetach");
const zbar = has("zbarimg");

// PRAKSIS_LOOK names a folder in which to leave the documents and their pictures, for people to look at.
const folder = process.env.PRAKSIS_LOOK ?? mkdtempSync(join(tmpdir(), "praksis-paper-"));
afterAll(() => {
  if (!process.env.PRAKSIS_LOOK) rmSync(folder, { recursive: true, force: true });
});

const logo = new Uint8Array(readFileSync("prisma/seed/logos/komponent.png"));
const other = new Uint8Array(readFileSync("prisma/seed/logos/copi.png"));
const logos = new Map([
  [sha256(logo), logo],
  [sha256(other), other],
]);
const JWS = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IngifQ.c2ln";
const SITE = "https://certifikater.praksis.example.org";

/** The longest that we could think of, in the languages that it happens in. */
const LONGEST = {
  da: "Anne-Charlotte Vilhelmine Bjørnestjerne-Rasmussen af Grevenkop-Castenskiold von Østergård-Ångström",
  sv: "Karl-Gustaf Emanuel Örnsköldsvik-Hedenskog af Sjöström-Lilliehöök och Wachtmeister-Åkerhielm",
  en: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley the Elder of Llanfairpwllgwyngyll",
} as const;

function payload(language: "da" | "sv" | "en"): CertificatePayload {
  return certificatePayloadSchema.parse({
    format: "praksis.certificate/2",
    publicId: "Zm9vYmFyYmF6cXV4MTIzNA",
    serialNumber: "PX-2026-00042",
    holder: { name: LONGEST[language] },
    programme: {
      title:
        "Certificeret uddannelse i offentlig innovationsledelse og tværgående velfærdsudvikling for ledere og konsulenter",
      version: 12,
      language,
      startsOn: "2025-11-03",
      endsOn: "2026-06-30",
      city: "Nykøbing Falster",
    },
    provider: {
      id: "0190b6c0-0000-7000-8000-000000000001",
      name: "Södermanlands läns landsting – Forskning och utveckling i Sörmland, Enheten för innovationsledning",
      shortName: "Komponent – Kommunernes Udviklingscenter",
      logo: sha256(logo),
    },
    certifyingBody: {
      id: "0190b6c0-0000-7000-8000-000000000002",
      name: "Center for Offentlig-Privat Innovation",
      shortName: "CO-PI",
      logo: sha256(other),
    },
    scheme: { version: 3, text: frameworkTexts },
    criteria: criterionTexts.map((texts, index) => ({
      code: `K${index + 1}`,
      name: { da: texts.da[0], sv: texts.sv[0], en: texts.en[0] },
      description: { da: texts.da[1], sv: texts.sv[1], en: texts.en[1] },
      occasions: 2,
    })),
    observed: { occasions: 4, assessors: 2, from: "2026-02-03", to: "2026-05-20" },
    decidedOn: "2026-06-22",
    issuedOn: "2026-06-25",
    validUntilOn: "2031-06-25",
  });
}

async function write(language: "da" | "sv" | "en"): Promise<{ file: string; bytes: Buffer }> {
  const bytes = await typesetCertificate({
    payload: payload(language),
    locale: language,
    publicUrl: SITE,
    issuedAt: new Date("2026-06-25T09:00:00Z"),
    logos,
    credential: JWS,
  });
  const file = join(folder, `${language}.pdf`);
  writeFileSync(file, bytes);
  return { file, bytes };
}

const run = (program: string, ...args: string[]) => {
  // What they complain of on the way is theirs: older ones do not know Typst's mark dictionary, zbar looks for a desktop.
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  expect(status).toBe(0);
  return stdout;
};

describe.skipIf(!poppler)("the document, read by poppler", () => {
  const written = new Map<string, { file: string; bytes: Buffer }>();
  beforeAll(async () => {
    for (const language of ["da", "sv", "en"] as const) written.set(language, await write(language));
  });
  const of = (language: string) => written.get(language)?.file ?? "";

  it.each(["da", "sv", "en"] as const)("is tagged and has a page and its supplement, in %s", (language) => {
    const info = run("pdfinfo", of(language));
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Pages:\s+2$/m);
    expect(info).toMatch(/^Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)$/m);
    expect(info).toMatch(/^Title:\s+\S+ PX-2026-00042$/m);
    expect(info).toMatch(/^JavaScript:\s+no$/m);
  });

  it.each(["da", "sv", "en"] as const)(
    "has headings beside paragraphs and never inside one, and no line outside of both, in %s",
    (language) => {
      const structure = run("pdfinfo", "-struct-text", of(language));
      expect(structure).toMatch(/^ {2}H1 /m);
      expect(structure.match(/^ +H3 /gm)).toHaveLength(criterionTexts.length);
      expect(structure).not.toMatch(/^( *)P .*\n(?:\1 .*\n)*?\1 +H\d /m);
      expect(structure).not.toMatch(/Span .*\n +\/Placement \/Block/);
    },
  );

  it.each(["da", "sv", "en"] as const)("says everything in reading order, in %s", (language) => {
    const text = run("pdftotext", "-raw", of(language), "-").replace(/\s+/g, " ");
    const { scheme, holder } = payload(language);
    const { title, scope } = scheme.text[language] ?? scheme.text.da;
    const order = [
      "CO-PI",
      "Komponent",
      holder.name.slice(0, 30),
      title,
      scope.slice(0, 40),
      ...criterionTexts.map((texts) => texts[language][0]),
      "PX-2026-00042",
      verifyUrl(SITE, "Zm9vYmFyYmF6cXV4MTIzNA"),
      ...criterionTexts.map((texts) => texts[language][1].slice(0, 30)),
    ];
    let from = 0;
    for (const piece of order) {
      const at = text.indexOf(piece, from);
      expect(at, `${piece} after ${text.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
  });

  it("cuts nothing off: the longest name is there whole", () => {
    for (const language of ["da", "sv", "en"] as const) {
      const text = run("pdftotext", "-raw", of(language), "-").replace(/\s+/g, " ").replace(/- /g, "-");
      expect(text).toContain(LONGEST[language]);
    }
  });

  it("has the credential attached, byte for byte", () => {
    expect(run("pdfdetach", "-list", of("da"))).toContain("credential.jwt");
    const out = join(folder, "credential.jwt");
    run("pdfdetach", "-save", "1", "-o", out, of("da"));
    expect(readFileSync(out, "utf8")).toBe(JWS);
  });

  it.skipIf(!zbar)("has a code that leads to the check, read by zbar", () => {
    for (const language of ["da", "sv", "en"] as const) {
      run("pdftoppm", "-png", "-r", "150", "-singlefile", of(language), join(folder, language));
      const read = run("zbarimg", "-q", "--raw", join(folder, `${language}.png`));
      expect(read.trim()).toBe(verifyUrl(SITE, "Zm9vYmFyYmF6cXV4MTIzNA"));
    }
  });
});

describe("the document", () => {
  it("is the same bytes of the same certificate, and is not set without a logo that it names", async () => {
    expect((await write("da")).bytes.equals((await write("da")).bytes)).toBe(true);
    await expect(
      typesetCertificate({
        payload: payload("da"),
        locale: "da",
        publicUrl: SITE,
        issuedAt: new Date("2026-06-25T09:00:00Z"),
      }),
    ).rejects.toThrow(/logo/);
  });

  // What the compiler may find again in the next document: nobody's own may be in it, and each word of its own would cost all of it anew.
  it("sets what a cohort has in common from data that is the same for all of it", async () => {
    const mapped = vi.spyOn(NodeCompiler.prototype, "mapShadow");
    const one = payload("da");
    const other = {
      ...one,
      publicId: "YW5kZXRjZXJ0aWZpa2F0MQ",
      serialNumber: "PX-2027-00043",
      holder: { name: "Bo Ørsted" },
      observed: { occasions: 3, assessors: 1, from: "2026-03-01", to: "2026-04-01" },
      criteria: one.criteria.map((each) => ({ ...each, occasions: 1 })),
      decidedOn: "2027-01-02",
      issuedOn: "2027-01-03",
      validUntilOn: null,
    };
    const common: string[] = [];
    for (const each of [one, other]) {
      mapped.mockClear();
      await typesetCertificate({
        payload: each,
        locale: "da",
        publicUrl: SITE,
        issuedAt: new Date("2026-06-25T09:00:00Z"),
        logos,
        credential: JWS,
      });
      for (const [path, bytes] of mapped.mock.calls)
        if (path.endsWith("/data/common.json")) common.push(bytes.toString());
    }
    mapped.mockRestore();
    expect(common).toHaveLength(2);
    expect(common[0]).toBe(common[1]);
    expect(common[0]).toContain(criterionTexts[0]?.da[1].slice(0, 30));
    for (const own of [LONGEST.da, one.serialNumber, one.publicId]) expect(common[0]).not.toContain(own);
  });
});
