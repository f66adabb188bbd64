import type { statementNames } from "@/lib/statements/schema";

export type StatementKey = (typeof statementNames)[number];

/** Where everybody reads a statement: `/was` is where Danish public sites keep the one on accessibility. */
export function pathOfStatement(name: StatementKey): string {
  return name === "accessibility" ? "/was" : "/privacy";
}
