import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

// Next and the standalone server both run in the folder that holds them (next.config.ts names these files for the tracer).
const MODULES = join(process.cwd(), "node_modules");
const WASM = join(MODULES, "@resvg", "resvg-wasm", "index_bg.wasm");
const FONTS = ["500Medium/IBMPlexSans_500Medium.ttf", "600SemiBold/IBMPlexSans_600SemiBold.ttf"];

// On globalThis, because the module is evaluated once for pages and once for route handlers, and may be set up only once.
const shared = globalThis as unknown as { praksisResvg?: Promise<Uint8Array[]> };

/** Sets the renderer up; resolves to the fonts that it draws with. */
function renderer(): Promise<Uint8Array[]> {
  shared.praksisResvg ??= initWasm(readFileSync(WASM)).then(() =>
    FONTS.map((file) => readFileSync(join(MODULES, "@expo-google-fonts", "ibm-plex-sans", file))),
  );
  return shared.praksisResvg;
}

/** An SVG document as a PNG picture of the same size, with no other font than IBM Plex Sans. Blocks the thread for some 30 ms. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const fontBuffers = await renderer();
  const resvg = new Resvg(svg, {
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: "IBM Plex Sans" },
  });
  const image = resvg.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    resvg.free();
  }
}
