import "server-only";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** The templates in assets/typst. */
export type PdfTemplate = "people" | "certificate" | "logo" | "notice" | "case-file";

/** What every template takes beside its own: `document-frame` in shared.typ. */
export type PdfData = {
  readonly locale: string;
  readonly title: string;
  readonly author: string;
  readonly [name: string]: unknown;
};

// Next and the standalone server both run in the folder that holds them (next.config.ts names both for the tracer).
const TEMPLATES = join(process.cwd(), "assets", "typst");
const FONTS = join(process.cwd(), "node_modules", "@expo-google-fonts", "ibm-plex-sans");
const WEIGHTS = ["400Regular", "500Medium", "600SemiBold"];

/** Where a template finds its data. */
const DATA = "/data/document.json";

/** Documents between two looks through the compiler's cache. */
const KEPT_FOR = 8;

const shared = globalThis as unknown as { praksisTypesetter?: NodeCompiler; praksisTypeset?: number };

/** Reading fonts takes far longer than setting a page: one compiler per process, whichever bundle asks. */
function typesetter(): NodeCompiler {
  shared.praksisTypesetter ??= NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => join(FONTS, weight)) }],
  });
  return shared.praksisTypesetter;
}

/**
 * Sets a template with its data as an accessible PDF (PDF/UA-1: tagged, titled, with a language; a picture without an
 * alternative text is refused). Same data, same bytes: the creation time is `at`. `files` are pictures and further data by the paths that
 * the template names them by (`/logos/x.png`), there for this document only. Throws with Typst's own messages when the
 * template cannot be set. Takes a few milliseconds and blocks the thread for as long.
 */
export function typeset(
  template: PdfTemplate,
  data: PdfData,
  at: Date,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Buffer {
  const compiler = typesetter();
  // By files and not by Typst's inputs: with new inputs it makes its whole library anew, and takes nothing of the last document for known.
  const given = new Map([...files, [DATA, Buffer.from(JSON.stringify(data))]]);
  for (const [path, bytes] of given) compiler.mapShadow(join(TEMPLATES, path), Buffer.from(bytes));
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`) });
  for (const path of given.keys()) compiler.unmapShadow(join(TEMPLATES, path));
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeDiagnostics();
    throw new Error(`Typst: ${JSON.stringify(error?.shortDiagnostics ?? "no document")}`);
  }
  const pdf = compiler.pdf(result, {
    pdfStandard: "ua-1",
    pdfTags: true,
    creationTimestamp: Math.floor(at.getTime() / 1000),
  });
  // Data of a document is personal: nothing of it stays in the compiler's cache for long. Looking through the cache takes as long as a
  // tenth of a document, so that it is done for some of them at once: what was not used since the last time goes.
  shared.praksisTypeset = (shared.praksisTypeset ?? 0) + 1;
  if (shared.praksisTypeset % KEPT_FOR === 0) compiler.evictCache(1);
  return pdf;
}
