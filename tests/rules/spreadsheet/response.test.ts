import { describe, expect, it } from "vitest";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { sheetResponse } from "@/lib/spreadsheet/sheet-response";

const sheet: Sheet = {
  name: "liste",
  columns: [{ header: "Navn" }],
  rows: [["Åse Østergård"], ["Per Hansen"]],
};

describe("a list as a file to download", () => {
  it.each(["csv", "xlsx"] as const)(
    "as %s holds its own bytes, and nothing else of the process",
    async (format) => {
      const response = sheetResponse(format, "liste", sheet);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(String(bytes.byteLength)).toBe(response.headers.get("Content-Length"));
      // A small Buffer is a piece of a pool that holds what the process has written lately.
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      if (format === "csv") expect(text).toBe("\ufeffNavn\r\nÅse Østergård\r\nPer Hansen\r\n");
      else expect(text.slice(0, 2)).toBe("PK");
    },
  );
});
