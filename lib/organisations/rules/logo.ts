import { allow, type Decision, refuse } from "../../core/decision.ts";

/** The largest logo, in bytes; the database says the same. */
export const MOST_LOGO_BYTES = 512 * 1024;
const MOST_PIXELS = 4000;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** The size of a picture in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/**
 * Whether a file may be a logo, by its content and not by its name: a PNG picture within bounds. No SVG: it can hold scripts, and what it
 * shows can depend on the fonts and files of whoever opens it.
 */
export function decideLogo(bytes: Uint8Array): Decision<PictureSize> {
  if (bytes.length > MOST_LOGO_BYTES) return refuse("organisation.logoTooLarge", undefined, "logo");
  const header = new TextDecoder("latin1").decode(bytes.subarray(12, 16));
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte) || header !== "IHDR")
    return refuse("organisation.logoNotPng", undefined, "logo");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const fits = Object.values(size).every((pixels) => pixels >= 1 && pixels <= MOST_PIXELS);
  return fits ? allow(size) : refuse("organisation.logoTooLarge", undefined, "logo");
}
