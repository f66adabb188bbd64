import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../lib/core/hash.ts";
import { idOf, type Seed } from "./base.ts";

/** A file of the demo: `key` tells it from every other. */
export type KeptFile = {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly ownerId: string;
  readonly bytes: Uint8Array;
  readonly createdAt: Date;
};

/**
 * Keeps a file that somebody handed in, where lib/storage/file-store.ts looks for it; its id and hash. Null where this load of the demo has
 * no folder for files: then nothing is to lead to one.
 */
export async function keepFile(
  { db, filesFolder }: Seed,
  { key, bytes, ...file }: KeptFile,
): Promise<{ readonly id: string; readonly sha256: string } | null> {
  if (filesFolder === null) return null;
  const kept = { id: idOf(`file ${key}`), sha256: sha256(bytes) };
  const folder = join(filesFolder, kept.id.slice(0, 2));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, kept.id), bytes, { mode: 0o600 });
  await db.storedFile.create({ data: { ...file, ...kept, size: bytes.byteLength } });
  return kept;
}
