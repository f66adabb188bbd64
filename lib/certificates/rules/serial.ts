import { allow, type Decision, refuse } from "../../core/decision.ts";

const LAST = 99_999;

/** The serial number of the `number`th certificate of a year: `PX-2026-00001`. Refused beyond 99,999, which the shape cannot hold. */
export function serialNumber(year: number, number: number): Decision<string> {
  if (number < 1 || number > LAST) return refuse("certificate.yearFull", { year });
  return allow(`PX-${year}-${String(number).padStart(5, "0")}`);
}

/** A serial number as people type it (`px 2026 1`, `PX-2026-00001`), in its one form; null where it is none. */
export function normalSerial(typed: string): string | null {
  const parts = /^\s*(?:px)?[\s–-]*(\d{4})[\s–-]+0*(\d{1,5})\s*$/i.exec(typed.normalize("NFKC"));
  if (!parts) return null;
  const serial = serialNumber(Number(parts[1]), Number(parts[2]));
  return serial.ok ? serial.value : null;
}
