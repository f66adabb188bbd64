/** Prisma's schema engine, compiled to WebAssembly and shipped on npm: loading it downloads nothing. */
import { readFile } from "node:fs/promises";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

type Bindings = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let loading: Promise<Bindings> | undefined;

/** The module instance, made once: it links the JavaScript half to the WebAssembly half as its own entry would under a bundler. */
function bindings(): Promise<Bindings> {
  loading ??= (async () => {
    const half = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) },
    });
    const module: Bindings = await import(half);
    const { instance } = await WebAssembly.instantiate(
      await readFile(new URL("schema_engine_bg.wasm", half)),
      { "./schema_engine_bg.js": module as unknown as WebAssembly.ModuleImports },
    );
    module.__wbg_set_wasm(instance.exports);
    const { __wbindgen_start: start } = instance.exports;
    if (typeof start === "function") start();
    return module;
  })();
  return loading;
}

/**
 * A schema engine bound to one database.
 * `datamodels` are the schema files as `[path, content]`; none is right for commands that only look at migrations.
 */
export async function startSchemaEngine(
  database: SqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][],
): Promise<SchemaEngine> {
  const { SchemaEngine } = await bindings();
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(database));
}
