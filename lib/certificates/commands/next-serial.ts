import "server-only";
import { insist } from "@/lib/core/decision";
import type { Transaction } from "@/lib/db/client";
import { serialNumber } from "../rules/serial";

/**
 * The next serial number of a year. The year's row is locked until the end of the transaction, so whoever issues at the same
 * time waits, and a transaction that is rolled back leaves no gap.
 */
export async function nextSerial(tx: Transaction, year: number): Promise<string> {
  const [row] = await tx.$queryRaw<{ last_number: number }[]>`
    INSERT INTO certificate_serial (year, last_number) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last_number = certificate_serial.last_number + 1
    RETURNING last_number`;
  return insist(serialNumber(year, row?.last_number ?? 0));
}
