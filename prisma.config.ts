import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// The schema engine that the CLI would download; see prisma/schema-engine.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("prisma/schema-engine.ts", import.meta.url),
);

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://127.0.0.1:1/no-database-given" },
});
