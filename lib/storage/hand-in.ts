import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { FILE_MAX_BYTES, inMegabytes } from "@/lib/core/file-limits";
import { cleanImage } from "./clean-image";
import { keepFile } from "./file-store";
import { documentTypes, type MediaType, mediaTypeOf, safeName } from "./media-type";

const tooBig = (code: string, most: number, field: string) =>
  new RefusalError({ code, field, params: { maximum: inMegabytes(most) } });

/**
 * What is kept of a file: a picture is drawn anew, without what its camera wrote into it; anything else is as it came. Only a picture
 * comes into memory, and is bounded for it.
 */
async function keptOf(file: File, mediaType: MediaType, field: string): Promise<Blob> {
  if (mediaType !== "image/jpeg" && mediaType !== "image/png") return file;
  if (file.size > FILE_MAX_BYTES) throw tooBig("file.pictureTooBig", FILE_MAX_BYTES, field);
  const clean = await cleanImage(new Uint8Array(await file.arrayBuffer()), mediaType);
  if (!clean) throw new RefusalError({ code: "file.broken", field });
  if (clean.byteLength > FILE_MAX_BYTES) throw tooBig("file.pictureTooBig", FILE_MAX_BYTES, field);
  return new Blob([new Uint8Array(clean)]);
}

/** Which kinds a place takes, the refusal that names them, and how many bytes at most. */
export type Accepted = {
  readonly types: readonly MediaType[];
  readonly otherwise: string;
  readonly most: number;
};

const documents: Accepted = { types: documentTypes, otherwise: "file.kind", most: FILE_MAX_BYTES };

/**
 * Keeps a file that `ownerId` hands in; returns its id. Refused as `file.…`, at `field`, where it is empty, too big, not one of the
 * kinds that are accepted there, or a picture that cannot be drawn. The bytes are written before the row: a transaction that fails leaves bytes that nothing
 * leads to (lib/jobs/sweep-files.ts takes them away), never a row without bytes.
 */
export async function handIn(
  work: Work,
  file: File,
  ownerId: string,
  field: string,
  accepted: Accepted = documents,
): Promise<string> {
  if (file.size === 0) throw new RefusalError({ code: "file.empty", field });
  if (file.size > accepted.most) throw tooBig("file.tooBig", accepted.most, field);
  const mediaType = await mediaTypeOf(file);
  if (!mediaType || !accepted.types.includes(mediaType))
    throw new RefusalError({ code: accepted.otherwise, field });
  const kept = await keptOf(file, mediaType, field);
  const id = randomUUID();
  const { size, sha256 } = await keepFile(id, kept);
  await work.tx.storedFile.create({
    data: { id, name: safeName(file.name, mediaType), mediaType, size, sha256, ownerId, createdAt: work.now },
    select: { id: true },
  });
  return id;
}
