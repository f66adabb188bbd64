import { askedPart } from "./asked-part.ts";

/** What a file is sent as. */
export type FileKind = {
  readonly type: string;
  /** The name it is saved under. */
  readonly name: string;
  /** Opened by the browser instead of saved. Only for what we made ourselves. */
  readonly inline?: boolean;
};

/** What nobody between us and the reader may keep, and no browser take for something else than it is said to be. */
export const privateHeaders = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** RFC 6266, 4.3: a name that needs no quoting as it is, any other in UTF-8 (RFC 8187). */
const named = (name: string): string =>
  /^[\w.-]+$/.test(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`;

/** A small Buffer is a piece of a pool that all of the process writes to, and the whole pool would be sent along. */
const whole = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

function headersOf({ type, name, inline = false }: FileKind, size: number | null): Headers {
  const headers = new Headers(privateHeaders);
  headers.set("Content-Type", type);
  headers.set("Content-Disposition", `${inline ? "inline" : "attachment"}; ${named(name)}`);
  if (size !== null) headers.set("Content-Length", String(size));
  return headers;
}

/** A file for one reader: never cached, its length said where it is known. */
export function fileResponse(
  body: Uint8Array | string | ReadableStream<Uint8Array>,
  kind: FileKind,
): Response {
  if (!(body instanceof Uint8Array)) return new Response(body, { headers: headersOf(kind, null) });
  return new Response(whole(body), { headers: headersOf(kind, body.byteLength) });
}

/**
 * A kept file for one reader, whole or the part of it that `request` asks for, so that a download that broke off goes on where it was
 * (RFC 9110, 13 and 14). `sha256` of the whole tells this file from any other. Nothing is read but what is sent.
 */
export function keptFileResponse(request: Request, file: Blob, kind: FileKind, sha256: string): Response {
  const etag = `"${sha256}"`;
  const answer = (status: number, body: Blob | null, range?: string) => {
    const headers = body ? headersOf(kind, body.size) : new Headers(privateHeaders);
    headers.set("ETag", etag);
    headers.set("Accept-Ranges", "bytes");
    if (range !== undefined) headers.set("Content-Range", `bytes ${range}/${file.size}`);
    return new Response(body, { status, headers });
  };
  const asked = askedPart(request.method, request.headers, { etag, size: file.size });
  if (asked.kind === "changed") return answer(412, null);
  if (asked.kind === "unchanged") return answer(304, null);
  if (asked.kind === "beyond") return answer(416, null, "*");
  if (asked.kind === "whole") return answer(200, file);
  const { first, last } = asked;
  return answer(206, file.slice(first, last + 1), `${first}-${last}`);
}

/** To whoever may not have a file there is no such file. */
export function noFile(): Response {
  return new Response("Not found", { status: 404, headers: privateHeaders });
}
