import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, openAsBlob } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { settings } from "@/lib/core/env";
import { isId } from "@/lib/core/ids";

// The comments in the calls tell the build that these files are handed in while it runs: none of them belongs to what is built.

/** Where the bytes of a file are: a name made here, in one of 256 folders. Throws where `id` is none of ours. */
function placeOf(id: string): { folder: string; path: string } {
  if (!isId(id)) throw new Error("a stored file is known by its id");
  const folder = join(/*turbopackIgnore: true*/ settings().filesFolder, id.slice(0, 2));
  return { folder, path: join(/*turbopackIgnore: true*/ folder, id) };
}

/** What is not whole yet, or not taken: on the same disk, so that it is moved into its place at once. */
const unfinished = () => join(/*turbopackIgnore: true*/ settings().filesFolder, "unfinished");

/** How many bytes were written, and their SHA-256. */
type Written = { readonly size: number; readonly sha256: string };

class TooMany extends Error {}

/** Writes piece by piece to a new file, flushed, and hashes on the way; whatever goes wrong, nothing is left. Throws `TooMany` past `most`. */
async function write(
  pieces: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): Promise<Written & { readonly path: string }> {
  await mkdir(unfinished(), { recursive: true, mode: 0o700 });
  const path = join(unfinished(), randomUUID());
  const hash = createHash("sha256");
  let size = 0;
  async function* measured(source: AsyncIterable<Uint8Array>) {
    for await (const piece of source) {
      size += piece.byteLength;
      if (size > most) throw new TooMany();
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(pieces, measured, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, size, sha256: hash.digest("hex") };
}

/** A file that has come in, and the way to let it go; what was kept of it meanwhile stays. */
export type Received = { readonly file: File; readonly letGo: () => Promise<void> };

/**
 * Takes in a file that is on its way, without ever holding it in memory: what comes is written down as it comes, and the file that is
 * returned is read from the disk. Null where more than `most` bytes come; throws, leaving nothing, where it breaks off.
 */
export async function receiveFile(
  pieces: AsyncIterable<Uint8Array>,
  { name, most }: { readonly name: string; readonly most: number },
): Promise<Received | null> {
  try {
    const { path } = await write(pieces, most);
    return { file: new File([await openAsBlob(path)], name), letGo: () => rm(path, { force: true }) };
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/** Keeps what a file or a blob holds under `id`, wholly or not at all: it is written beside and moved there. Says how much it is. */
export async function keepFile(id: string, file: Blob): Promise<Written> {
  const { folder, path } = placeOf(id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { path: beside, ...written } = await write(file.stream());
  await rename(beside, path);
  return written;
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** What is kept under `id`, to be read piece by piece; null where there is nothing. */
export async function keptFile(id: string): Promise<Blob | null> {
  try {
    const { path } = placeOf(id);
    await stat(path);
    return await openAsBlob(path);
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

/** Takes away what was begun before `time` and never ended: its process was. Returns how many. */
export async function dropUnfinished(time: Date): Promise<number> {
  const paths = (await namesIn(unfinished())).map((name) => join(unfinished(), name));
  const written = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  const old = paths.filter((_, index) => (written[index]?.mtime ?? time) < time);
  await Promise.all(old.map((path) => rm(path, { force: true })));
  return old.length;
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
