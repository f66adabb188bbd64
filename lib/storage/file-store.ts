import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { settings } from "@/lib/core/env";
import { isId } from "@/lib/core/ids";

/** Where the bytes of a file are: a name made here, in one of 256 folders. Throws where `id` is none of ours. */
function placeOf(id: string): { folder: string; path: string } {
  if (!isId(id)) throw new Error("a stored file is known by its id");
  const folder = join(settings().filesFolder, id.slice(0, 2));
  return { folder, path: join(folder, id) };
}

/** Keeps bytes under `id`, wholly or not at all: they are written beside, flushed, and moved there. */
export async function keepBytes(id: string, bytes: Uint8Array): Promise<void> {
  const { folder, path } = placeOf(id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The bytes kept under `id`; null where there are none. */
export async function keptBytes(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(placeOf(id).path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** SHA-256 of the bytes kept under `id`, read piece by piece, however many they are; null where there are none. */
export async function keptHash(id: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(placeOf(id).path), hash);
    return hash.digest("hex");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Takes away what is kept under `id`. */
export async function dropBytes(id: string): Promise<void> {
  await rm(placeOf(id).path, { force: true });
}

/** What a folder holds; nothing where it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The ids under which bytes are kept that were written before `time`, folder by folder. */
export async function* keptBefore(time: Date): AsyncGenerator<string[]> {
  const root = settings().filesFolder;
  for (const name of (await namesIn(root)).filter((each) => /^[0-9a-f]{2}$/.test(each))) {
    const ids = (await namesIn(join(root, name))).filter(isId);
    const written = await Promise.all(ids.map((id) => stat(join(root, name, id)).catch(() => null)));
    yield ids.filter((_, index) => (written[index]?.mtime ?? time) < time);
  }
}
