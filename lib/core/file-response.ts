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

/** A file for one reader: never cached, its length said where it is known. */
export function fileResponse(
  body: Uint8Array | string | Blob | ReadableStream<Uint8Array>,
  { type, name, inline = false }: FileKind,
): Response {
  const headers = new Headers(privateHeaders);
  headers.set("Content-Type", type);
  headers.set("Content-Disposition", `${inline ? "inline" : "attachment"}; ${named(name)}`);
  if (body instanceof Blob) headers.set("Content-Length", String(body.size));
  if (!(body instanceof Uint8Array)) return new Response(body, { headers });
  headers.set("Content-Length", String(body.byteLength));
  return new Response(whole(body), { headers });
}

/** To whoever may not have a file there is no such file. */
export function noFile(): Response {
  return new Response("Not found", { status: 404, headers: privateHeaders });
}
