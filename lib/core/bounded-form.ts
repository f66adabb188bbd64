/** What the forms of our own routes hold, with room: a few short fields. */
const MOST_FORM_BYTES = 16 * 1024;

/** The body as far as it goes; null where more than `most` bytes come. It is not read further than that. */
export async function boundedBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length")) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * The form that a request carries; null where it is none, or holds more than `most` bytes. Next reads the body of a route handler into
 * memory whole, however much somebody sends and before anybody has asked who they are.
 */
export async function boundedForm(request: Request, most = MOST_FORM_BYTES): Promise<FormData | null> {
  try {
    const bytes = await boundedBytes(request, most);
    const type = request.headers.get("content-type") ?? "";
    return bytes && (await new Response(bytes, { headers: { "content-type": type } }).formData());
  } catch {
    return null;
  }
}
