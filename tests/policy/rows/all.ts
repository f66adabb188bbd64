import type { ActionRow, QueryRow } from "../row";

const files = import.meta.glob<{ actionRows?: readonly ActionRow[]; queryRows?: readonly QueryRow[] }>(
  ["./*.ts", "!./all.ts"],
  { eager: true },
);

/** Every row of every area: a new file in this folder counts by being there. */
export const actionRows: readonly ActionRow[] = Object.values(files).flatMap((file) => file.actionRows ?? []);
export const queryRows: readonly QueryRow[] = Object.values(files).flatMap((file) => file.queryRows ?? []);
