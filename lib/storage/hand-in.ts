import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import { keepBytes } from "./file-store";
import { mediaTypeOf, safeName } from "./media-type";

/** The most that one file may hold, in bytes; the form says 10 MB. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;

/**
 * Keeps a file that `ownerId` hands in; returns its id. Refused as `file.…`, at `field`, where it is empty, too big or not one of the
 * kinds. The bytes are written before the row: a transaction that fails leaves bytes that nothing leads to, never a row
 * without bytes.
 */
export async function handIn(work: Work, file: File, ownerId: string, field: string): Promise<string> {
  if (file.size === 0) throw new RefusalError({ code: "file.empty", field });
  if (file.size > FILE_MAX_BYTES) throw new RefusalError({ code: "file.tooBig", field });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) throw new RefusalError({ code: "file.kind", field });
  const id = randomUUID();
  await keepBytes(id, bytes);
  await work.tx.storedFile.create({
    data: {
      id,
      name: safeName(file.name, mediaType),
      mediaType,
      size: bytes.byteLength,
      sha256: sha256(bytes),
      ownerId,
      createdAt: work.now,
    },
    select: { id: true },
  });
  return id;
}
