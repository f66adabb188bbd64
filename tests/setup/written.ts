import type { LongSheet, Sheet } from "@/lib/spreadsheet/sheet";

/** All rows that a long list writes. */
export async function written(sheet: LongSheet): Promise<Sheet["rows"][number][]> {
  const rows: Sheet["rows"][number][] = [];
  for await (const portion of sheet.portions()) rows.push(...portion);
  return rows;
}
