/** A file that one process at a time may hold. A holder that was killed holds nothing. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { beginningOf } from "./identity.ts";

export type Claim = { pid: number; began: string; task: string };

/** Who holds `file` now, or undefined when nobody does. */
export function holderOf(file: string): Claim | undefined {
  try {
    const claim: Claim = JSON.parse(readFileSync(file, "utf8"));
    return beginningOf(claim.pid) === claim.began ? claim : undefined;
  } catch {
    return undefined;
  }
}

/** Takes `file` for this process and returns how to give it back, or undefined while another one holds it. `task` is what to call us. */
export function claim(file: string, task: string): (() => void) | undefined {
  const mine: Claim = { pid: process.pid, began: beginningOf(process.pid) ?? "", task };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
      if (holderOf(file)) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}
