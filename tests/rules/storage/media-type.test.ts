import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mediaTypeOf, safeName } from "@/lib/storage/media-type";

const zip = (names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const OFFICE = "application/vnd.openxmlformats-officedocument";
const WORD = `${OFFICE}.wordprocessingml.document`;

describe("what a file is", () => {
  it.each([
    ["a PDF", strToU8("%PDF-1.7\n"), "application/pdf"],
    ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image/png"],
    ["a Word document", zip(["[Content_Types].xml", "word/document.xml"]), WORD],
    ["slides", zip(["[Content_Types].xml", "ppt/presentation.xml"]), `${OFFICE}.presentationml.presentation`],
    ["a sheet", zip(["[Content_Types].xml", "xl/workbook.xml"]), `${OFFICE}.spreadsheetml.sheet`],
    ["a sheet with macros", zip(["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]), null],
    [
      "slides that are a sheet too",
      zip(["[Content_Types].xml", "ppt/presentation.xml", "xl/workbook.xml"]),
      null,
    ],
    [
      "a Word document with macros",
      zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
      null,
    ],
    ["another archive", zip(["readme.txt"]), null],
    ["a broken archive", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), null],
    ["an SVG", strToU8("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), null],
    ["HTML that calls itself a PDF later", strToU8("<html>%PDF-1.7"), null],
    ["the EICAR test", strToU8("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"), null],
    ["nothing", new Uint8Array(), null],
  ])("%s", async (_case, bytes, expected) => {
    expect(await mediaTypeOf(new Blob([new Uint8Array(bytes)]))).toBe(expected);
  });
});

it.each([
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\temp\\Anbefaling Ærø.PDF", "Anbefaling Ærø.pdf"],
  ["cv.pdf.exe", "cv.pdf.pdf"],
  ['a"b\r\nSet-Cookie: x.pdf', "a_b__Set-Cookie_ x.pdf"],
  ["", "fil.pdf"],
  ["..", "fil.pdf"],
])("calls %j %j", (given, expected) => {
  expect(safeName(given, "application/pdf")).toBe(expected);
});
