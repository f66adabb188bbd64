/**
 * Lets a bare Node process run the sources as the tests do: `node --import <this file> <file>.ts`. For tests that need the application's
 * own code in a process of its own; the names of modules are resolved as vitest.config.ts has them.
 */
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const ENDINGS = ["", ".ts", ".tsx"];

/** The file that an import of the sources means; undefined for a package's. */
function sourceOf(specifier: string, parent: string | undefined): string | undefined {
  if (specifier === "server-only") return new URL("tests/setup/server-only.ts", root).href;
  const isOurs =
    specifier.startsWith("@/") || (specifier.startsWith(".") && !parent?.includes("/node_modules/"));
  if (!isOurs) return undefined;
  const base = specifier.startsWith("@/") ? new URL(specifier.slice(2), root) : new URL(specifier, parent);
  return ENDINGS.map((ending) => `${base.href}${ending}`).find((href) => existsSync(fileURLToPath(href)));
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    if (source?.endsWith(".json"))
      return { url: source, format: "json", importAttributes: { type: "json" }, shortCircuit: true };
    if (source) return next(source, context);
    // Next names its modules without the ending that Node asks for.
    if (/^next\/[a-z-]+$/.test(specifier)) return next(`${specifier}.js`, context);
    return next(specifier, context);
  },
});
