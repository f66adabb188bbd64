/**
 * Who a process id belongs to. Ids are reused, in containers almost at once, so an id alone never proves that the
 * process somebody wrote down is the one that runs now.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

function ps(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

function proc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

/** When the process began, as an opaque text that no later process of the same id has; undefined when there is none. */
export function beginningOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "lstart");
  // Field 22, counted after the closing bracket of the name, which may itself hold spaces and brackets. Field 3 is the state.
  const stat = proc(pid, "stat");
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields && fields[0] !== "Z" ? fields[19] : undefined;
}

/** The command line of a process, or undefined when there is none. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "command");
  return proc(pid, "cmdline")?.replaceAll("\0", " ").trim() || undefined;
}
