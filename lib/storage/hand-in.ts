import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { FILE_MAX_BYTES } from "@/lib/core/file-limits";
import { sha256 } from "@/lib/core/hash";
import { cleanImage } from "./clean-image";
import { keepBytes } from "./file-store";
import { documentTypes, type MediaType, mediaTypeOf, safeName } from "./media-type";

/** What is kept of a file: a picture is drawn anew, without what its camera wrote into it; anything else is as it came. */
async function keptOf(bytes: Uint8Array, mediaType: MediaType, field: string): Promise<Uint8Array> {
  if (mediaType !== "image/jpeg" && mediaType !== "image/png") return bytes;
  const clean = await cleanImage(bytes, mediaType);
  if (!clean) throw new RefusalError({ code: "file.broken", field });
  return clean;
}

/** Which kinds a place takes, and the refusal that names them. */
export type Accepted = { readonly types: readonly MediaType[]; readonly otherwise: string };

const documents: Accepted = { types: documentTypes, otherwise: "file.kind" };

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
  if (file.size > FILE_MAX_BYTES) throw new RefusalError({ code: "file.tooBig", field });
  const given = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(given);
  if (!mediaType || !accepted.types.includes(mediaType))
    throw new RefusalError({ code: accepted.otherwise, field });
  const bytes = await keptOf(given, mediaType, field);
  if (bytes.byteLength > FILE_MAX_BYTES) throw new RefusalError({ code: "file.tooBig", field });
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
