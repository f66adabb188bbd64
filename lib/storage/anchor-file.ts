import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { settings } from "@/lib/core/env";

/** Beside the folders of handed-in files, which are swept; kept with them in every backup. */
const path = () => join(settings().filesFolder, "audit-anchors.jsonl");

/** The anchors of the audit trail as they were written, a line each; empty where there are none yet. */
export async function readAnchorFile(): Promise<string> {
  try {
    return await readFile(path(), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** Puts `text` in the place of the file, wholly or not at all. */
export async function writeAnchorFile(text: string): Promise<void> {
  await mkdir(settings().filesFolder, { recursive: true, mode: 0o700 });
  const beside = `${path()}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path());
}
