import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/spreadsheet/read-table";
import { isLive, type LongSheet, neutralised, revived, type Sheet } from "@/lib/spreadsheet/sheet";
import { csvOf, csvPortions } from "@/lib/spreadsheet/write-csv";
import { xlsxOf, xlsxPortions } from "@/lib/spreadsheet/write-xlsx";

const sheet: Sheet = {
  name: "Deltagere: forår/2026",
  columns: [
    { header: "Navn" },
    { header: "GLN", kind: "text" },
    { header: "Beløb", kind: "number" },
    { header: "Dag", kind: "day" },
    { header: "Tid", kind: "time" },
  ],
  rows: [
    ["Bodil Ærø; Sørensen", "5790000000005", 1234.5, "2026-05-13", "2026-10-25T02:30"],
    ['=HYPERLINK("https://x")', "+4512345678", -5, "2026-03-29", null],
    ["@sum\n2. linje", "-1", null, null, null],
  ],
};
const wanted = sheet.columns.map(({ header }) => ({
  key: header,
  names: [header],
  word: header,
  required: true,
}));
const read = (bytes: Uint8Array) => {
  const table = readTable(bytes, wanted);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value.rows.map((row) => wanted.map(({ key }) => row.cell(key)));
};
const refusalOf = (bytes: Uint8Array) => {
  const table = readTable(bytes, wanted);
  return table.ok ? "none" : table.refusal.code;
};
const csv = (text: string) => Buffer.from(text, "utf8");
const HEAD = "Navn;GLN;Beløb;Dag;Tid\r\n";

describe("a list as CSV", () => {
  const text = Buffer.from(csvOf(sheet)).toString("utf8");

  it("has what a Danish Excel needs: a byte order mark, semicolons, CRLF, decimal comma", () => {
    expect(text.startsWith("\ufeffNavn;GLN;Beløb;Dag;Tid\r\n")).toBe(true);
    expect(text).toContain('"Bodil Ærø; Sørensen";5790000000005;1234,5;2026-05-13;2026-10-25 02:30\r\n');
  });

  it("holds no live formula, and a negative number is a number", () => {
    expect(text).toContain(`"'=HYPERLINK(""https://x"")";'+4512345678;-5;`);
    expect(text).toContain(`"'@sum\n2. linje";'-1;`);
  });
});

describe("a long list, a portion at a time", () => {
  const long: LongSheet = {
    ...sheet,
    count: sheet.rows.length,
    async *portions() {
      yield sheet.rows.slice(0, 2);
      yield sheet.rows.slice(2);
    },
  };
  const whole = async (portions: AsyncIterable<Uint8Array>) => {
    const all: Uint8Array[] = [];
    for await (const portion of portions) all.push(portion);
    return Buffer.concat(all);
  };

  it("is the same CSV as one held at once", async () => {
    expect(await whole(csvPortions(long))).toEqual(Buffer.from(csvOf(sheet)));
  });
  it("is a workbook with the same cells", async () => {
    const bytes = await whole(xlsxPortions(long));
    expect(read(bytes)).toEqual(read(xlsxOf(sheet)));
    const [one, other] = [bytes, xlsxOf(sheet)].map((each) => unzipSync(each));
    expect(Object.keys(one ?? {}).sort()).toEqual(Object.keys(other ?? {}).sort());
  });
});

describe("neutralising", () => {
  it.each([
    "=1",
    "+1",
    "-1",
    "@a",
    "\tx",
    "\rx",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20a",
    " =1",
    "\u00a0=1",
  ])("takes the life out of %j", (text) => {
    expect(isLive(text)).toBe(true);
    expect(isLive(neutralised(text))).toBe(false);
  });

  it("is taken back when read, and leaves everything else alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(isLive(neutralised(text))).toBe(false);
        expect(revived(neutralised(text))).toBe(isLive(text) || !text.startsWith("'") ? text : revived(text));
      }),
    );
    expect(revived("'t Hart")).toBe("'t Hart");
  });
});

describe("what is written is read back", () => {
  it("as XLSX, with dates as days and times", () => {
    expect(read(xlsxOf(sheet))).toEqual([
      ["Bodil Ærø; Sørensen", "5790000000005", "1234.5", "2026-05-13", "2026-10-25 02:30"],
      ['=HYPERLINK("https://x")', "+4512345678", "-5", "2026-03-29", ""],
      ["@sum\n2. linje", "-1", "", "", ""],
    ]);
  });

  it.each([
    ["csv", csvOf],
    ["xlsx", xlsxOf],
  ] as const)("as %s, whatever the text", (_, write) => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => `x${text}y`);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }), (rows) => {
        const table = readTable(write({ name: "x", columns: [{ header: "A" }, { header: "B" }], rows }), [
          { key: "a", names: ["A"], word: "a" },
          { key: "b", names: ["B"], word: "b" },
        ]);
        const tidy = (text: string) => text.replace(/\s/g, "");
        expect(table.ok && table.value.rows.map((row) => tidy(row.cell("b"))).length).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  it("and marks as text in XLSX what looks like a formula", () => {
    const xml = Buffer.from(unzipSync(xlsxOf(sheet))["xl/worksheets/sheet1.xml"] ?? []).toString("utf8");
    expect(xml).not.toContain("<f>");
    expect(xml).toContain(
      's="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;https://x&quot;)',
    );
  });
});

describe("files of others", () => {
  it.each([
    [
      "Windows-1252, as Danish Excel saves CSV",
      Buffer.from(`${HEAD}S\xf8ren;1;2;3;4\r\n`.replace("ø", "\xf8"), "latin1"),
    ],
    [
      "UTF-16 with tabs, Excel's Unicode text",
      Buffer.from(`\ufeff${HEAD}Søren;1;2;3;4\r\n`.replaceAll(";", "\t"), "utf16le"),
    ],
    ["commas", csv(`${HEAD}Søren;1;2;3;4\n`.replaceAll(";", ","))],
    [
      "headings in another case and order, and blank lines",
      csv("\n;;\nTID;dag; beløb ;GLN:;NAVN *\n4;3;2;1;Søren\n\n"),
    ],
  ])("are read: %s", (_, bytes) => {
    expect(read(bytes)).toEqual([["Søren", "1", "2", "3", "4"]]);
  });

  it("tells the line in the file, and headings that nobody asked for", () => {
    const table = readTable(csv(`\n${HEAD.replace("\r\n", ";Andet\n")}\na;;;;\n`), wanted);
    expect(table.ok && [table.value.rows[0]?.line, table.value.unknown]).toEqual([4, ["andet"]]);
  });

  it.each([
    ["nothing", csv(""), "file.empty"],
    ["blank lines", csv("\ufeff\r\n;;\r\n"), "spreadsheet.empty"],
    ["headings only", csv(HEAD), "spreadsheet.empty"],
    ["a column missing", csv("Navn\nx\n"), "spreadsheet.columnMissing"],
    ["a PDF", Buffer.from("%PDF-1.7\n%\n1 0 obj"), "spreadsheet.unreadable"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "spreadsheet.oldFormat"],
    [
      "a workbook with a password",
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      "spreadsheet.locked",
    ],
    ["one endless line", csv(`${HEAD}${"a".repeat(1024 * 1024)}`), "spreadsheet.tooLarge"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "spreadsheet.unreadable"],
    [
      "another archive",
      Buffer.from(zipSync({ "word/document.xml": strToU8("<x/>") })),
      "spreadsheet.unreadable",
    ],
    ["too many rows", csv(HEAD + "a;;;;\n".repeat(1001)), "spreadsheet.tooManyRows"],
    ["too many bytes", Buffer.alloc(2 * 1024 * 1024 + 1, "a"), "spreadsheet.tooLarge"],
  ])("are refused: %s", (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it("of a workbook with two sheets the first that is shown is read, wherever its part lies", () => {
    const parts = unzipSync(xlsxOf(sheet));
    const other = Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? [])
      .toString()
      .replace("Bodil", "Bente");
    const change = (path: string, from: RegExp, to: string) => {
      const text = Buffer.from(parts[path] ?? []).toString();
      expect(text).toMatch(from);
      return strToU8(text.replace(from, to));
    };
    const relation = '<Relationship Id="other" Type="x/worksheet" Target="worksheets/sheet2.xml"/>';
    const two = (sheets: string) =>
      zipSync({
        ...parts,
        "xl/worksheets/sheet2.xml": strToU8(other),
        "xl/workbook.xml": change("xl/workbook.xml", /(?=<sheet )/, sheets),
        "xl/_rels/workbook.xml.rels": change("xl/_rels/workbook.xml.rels", /(?=<\/Relationships>)/, relation),
      });
    expect(read(two('<sheet name="A" sheetId="9" r:id="other"/>'))[0]?.[0]).toBe("Bente Ærø; Sørensen");
    const hidden = '<sheet name="A" sheetId="9" state="hidden" r:id="other"/>';
    expect(read(two(hidden))[0]?.[0]).toBe("Bodil Ærø; Sørensen");
  });

  const workbook = (sheetXml: string) => {
    const files = unzipSync(xlsxOf(sheet));
    return zipSync({ ...files, "xl/worksheets/sheet1.xml": strToU8(sheetXml) }, { level: 9 });
  };

  it("do not grow: a bomb, a far cell, an entity", () => {
    expect(refusalOf(workbook(" ".repeat(31 * 1024 * 1024)))).toBe("spreadsheet.tooLarge");
    expect(refusalOf(workbook('<worksheet><sheetData><row r="1048576"/></sheetData></worksheet>'))).toBe(
      "spreadsheet.tooLarge",
    );
    expect(
      refusalOf(workbook('<worksheet><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>')),
    ).toBe("spreadsheet.tooLarge");
    const entity = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>';
    expect(refusalOf(workbook(entity))).toBe("spreadsheet.unreadable");
  });

  it("give the value of a formula and never the formula", () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = `<row r="1">${["Navn", "GLN", "Beløb", "Dag", "Tid"].map(cell).join("")}</row>`;
    const xml = `<worksheet><sheetData>${row}<row r="2"><c t="str"><f>1+1</f><v>to</v></c></row></sheetData></worksheet>`;
    expect(read(workbook(xml))).toEqual([["to", "", "", "", ""]]);
  });
});

/** Debian's reader of workbooks; skipped, and counted so, where it is not installed. */
const python = ["/usr/bin/python3", "python3"].find(
  (path) => spawnSync(path, ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0,
);

describe.skipIf(!python)("Debian's openpyxl", () => {
  it("reads the same cells, with no formula among them", () => {
    const script =
      "import sys,io,json,openpyxl; s=openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read())).active; " +
      "print(json.dumps([s.title]+[[str(c.value) if c.value is not None else None for c in r]+[c.data_type for c in r] for r in s.iter_rows(min_row=2)]))";
    const run = spawnSync(python ?? "", ["-c", script], { input: xlsxOf(sheet), encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual([
      "Deltagere  forår 2026",
      [
        "Bodil Ærø; Sørensen",
        "5790000000005",
        "1234.5",
        "2026-05-13 00:00:00",
        "2026-10-25 02:30:00",
        "s",
        "s",
        "n",
        "d",
        "d",
      ],
      ['=HYPERLINK("https://x")', "+4512345678", "-5", "2026-03-29 00:00:00", null, "s", "s", "n", "d", "n"],
      ["@sum\n2. linje", "-1", null, null, null, "s", "s", "n", "n", "n"],
    ]);
  });
});
