/** CPU time of processes, as Linux counts it. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"]).toString());

type Stat = { parent: number; ticks: number };

/** From proc(5): fields 4 ppid, 14 utime, 15 stime, 16 cutime, 17 cstime; the command in parentheses may hold spaces. */
function statOf(pid: number): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return null; // it ended in the meantime
  }
}

/** Milliseconds of CPU that a process and its descendants have used, ended children included. */
export function cpuMilliseconds(root: number): number {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) stats.set(Number(name), stat);
  }
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(stats.get(pid)?.parent ?? 0));
  let ticks = 0;
  for (const [pid, stat] of stats) if (belongs(pid)) ticks += stat.ticks;
  return (ticks / TICKS_PER_SECOND) * 1000;
}
