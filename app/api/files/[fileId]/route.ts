import { getFile } from "@/lib/applications/queries/get-file";
import { type Acting, type Actor, actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { logFault } from "@/lib/core/fault";
import { keptFileResponse } from "@/lib/core/file-response";
import { isId } from "@/lib/core/ids";
import { getMaterialFile } from "@/lib/materials/queries/get-material-file";
import { getMyMaterialFile } from "@/lib/materials/queries/get-my-material-file";
import { getObservationFile } from "@/lib/observations/queries/get-observation-file";
import { keptFile, keptHash } from "@/lib/storage/file-store";

/**
 * The file, if it is the actor's own or of an application that they decide, beside an observation that they may read, or a material that
 * they hand out or are handed.
 */
async function find(actor: Actor, id: string, now: Date) {
  const ways = [
    ["application.write", getFile],
    ["application.decide", getFile],
    ["my.view", getObservationFile],
    ["assessment.view", getObservationFile],
    ["certification.view", getObservationFile],
    ["staff.view", getMaterialFile],
    ["facilitation.view", getMaterialFile],
    ["my.view", (acting: Acting, id: string) => getMyMaterialFile(acting, id, now)],
  ] as const;
  for (const [permission, look] of ways) {
    const acting = actingWith(actor, permission);
    const found = acting && (await look(acting, id));
    if (found) return found;
  }
  return null;
}

/**
 * What is kept, if it is what was handed in; read piece by piece, to compare it and to send it. What was changed on the disk is given to
 * nobody; the log says so.
 */
async function soundFile(file: { readonly id: string; readonly sha256: string }): Promise<Blob | null> {
  const hash = await keptHash(file.id);
  if (hash === null || hash === file.sha256) return keptFile(file.id);
  logFault({ file: file.id }, new Error("the bytes of a file are not those that were handed in"));
  return null;
}

/**
 * A file that somebody handed in: always to be saved, never shown by the browser as a page of ours, whatever it holds (design/trust.md,
 * uploads). Of a large one a part may be asked for, and the rest of one that broke off; it is compared whole all the same.
 */
export const GET = signedInRoute<{ fileId: string }>(async ({ actor, params: { fileId }, request, now }) => {
  const file = isId(fileId) ? await find(actor, fileId, now) : null;
  const kept = file && (await soundFile(file));
  if (!file || !kept) return null;
  const response = keptFileResponse(request, kept, { type: file.mediaType, name: file.name }, file.sha256);
  response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
  return response;
});
