/** A form as the server rendered it, to be sent as a browser without scripts sends it. */
import { randomUUID } from "node:crypto";
import type { Sent } from "./measure.ts";

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The hidden fields of the first form in `html` that contains `mark`. Throws where there is none. */
export function hiddenFields(html: string, mark: string): Map<string, string> {
  const form = [...html.matchAll(/<form\b.*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => text.includes(mark));
  if (!form) throw new Error(`the page has no form with ${mark}`);
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name) fields.set(unescaped(name), unescaped(attribute(tag, "value") ?? ""));
  }
  return fields;
}

/** The fields as a multipart POST to `path`, with an idempotency key of its own. */
export function submission(path: string, origin: string, cookie: string, fields: Map<string, string>): Sent {
  const boundary = `bench${randomUUID()}`;
  const parts = [...new Map(fields).set("idempotencyKey", randomUUID())].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    method: "POST",
    path,
    headers: { cookie, origin, "content-type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
  };
}
