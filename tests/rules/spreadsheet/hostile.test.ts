import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/spreadsheet/read-table";
import { isLive, neutralisedForCsv, revivedFromCsv } from "@/lib/spreadsheet/sheet";
import { csvOf } from "@/lib/spreadsheet/write-csv";
import { xlsxOf } from "@/lib/spreadsheet/write-xlsx";

const csv = (text: string) => Buffer.from(text, "utf8");
const wanted = [{ key: "a", names: ["A"], word: "a", required: true }];
const refusalOf = (bytes: Uint8Array) => {
  const table = readTable(bytes, wanted);
  return table.ok ? "none" : table.refusal.code;
};

/** A workbook that holds one text, of so many characters, and shows it in each of 60,000 cells: some kilobytes when it is packed. */
function everywhere(characters: number): Uint8Array {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(60)}</row>`;
  return zipSync({
    ...unzipSync(xlsxOf({ name: "x", columns: [{ header: "A" }], rows: [] })),
    "xl/sharedStrings.xml": strToU8(`<sst><si><t>${"a".repeat(characters)}</t></si></sst>`),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${row.repeat(1000)}</sheetData></worksheet>`),
  });
}

describe("a file that somebody made to keep us busy", () => {
  it.each([
    ["a cell that is longer than any text", csv(`A;B\r\n${"a".repeat(5001)};\n`), "spreadsheet.tooLarge"],
    // Headings are compared without the stars at their end: for that these were looked through once for each star.
    ["a heading of nothing but stars", csv(`${"*".repeat(250_000)}a\n1\n`), "spreadsheet.tooLarge"],
    [
      "headings of stars",
      csv(
        `${Array(60)
          .fill(`${"*".repeat(4900)}a`)
          .join(";")}\n1\n`,
      ),
      "spreadsheet.columnMissing",
    ],
    ["one text of many megabytes in every cell", everywhere(20 * 1024 * 1024), "spreadsheet.tooLarge"],
  ])("is refused at once: %s", (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it("is refused for the length of its text, which it may show so often", () => {
    expect(refusalOf(everywhere(100))).toBe("spreadsheet.columnMissing");
  });
});

describe("a text in CSV", () => {
  it.each(["Ja,=1+cmd|' /C calc'!A0", "Ja, @sum(a)", "Ja,+1", "Ja,-1", "=1,=2", "Ja,\uff1d1"])(
    "takes the life out of %j in CSV also for a program that cuts it at commas",
    (text) => {
      const [, line = ""] = Buffer.from(csvOf({ name: "x", columns: [{ header: "A" }], rows: [[text]] }))
        .toString("utf8")
        .split("\r\n");
      expect(line.split(",").filter(isLive)).toEqual([]);
      expect(readTable(csv(`A\r\n${line}\r\n`), [{ key: "a", names: ["A"], word: "a" }])).toMatchObject({
        ok: true,
      });
      expect(revivedFromCsv(neutralisedForCsv(text))).toBe(text);
    },
  );

  it("leaves how people write as it is", () => {
    for (const text of ["Odense, +45 12 34 56 78", "ja, - men", "a,b", "3,5"])
      expect(neutralisedForCsv(text)).toBe(text);
  });
});
