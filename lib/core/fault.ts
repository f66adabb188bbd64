import { randomUUID } from "node:crypto";

/**
 * Logs a fault and returns its reference number, eight capital letters and digits to tell support. The error's message is
 * left out, because it may quote what somebody typed; its kind, code and stack frames are kept.
 */
export function logFault(where: Readonly<Record<string, string>>, error: unknown): string {
  const reference = randomUUID().slice(0, 8).toUpperCase();
  const { name: kind, code, stack } = Object(error) as { name?: string; code?: string; stack?: string };
  const frames = stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  console.error(JSON.stringify({ level: "error", reference, ...where, kind, code, frames }));
  return reference;
}
