import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { capturePrisma } from "../../scripts/run-prisma";
import { root } from "./sources";

const scratch = mkdtempSync(join(tmpdir(), "praksis-schema-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What Prisma would have to migrate to get from the migrations to a schema: code 0 when nothing, 2 when something. */
const difference = (schema: string) =>
  capturePrisma(
    ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", schema, "--exit-code"],
    inject("testServer").url,
  );

describe("schema and migrations", () => {
  it("say the same", async () => {
    const { code, output } = await difference("prisma/schema");
    expect(`${code} ${output}`).toContain("No difference detected");
    expect(code).toBe(0);
  });

  it("are told apart when they do not", async () => {
    cpSync(join(root, "prisma/schema"), scratch, { recursive: true });
    const first = readdirSync(scratch).find((name) =>
      /^model \w+ \{/m.test(readFileSync(join(scratch, name), "utf8")),
    );
    const file = join(scratch, String(first));
    const planted = readFileSync(file, "utf8").replace(/^model \w+ \{/m, "$&\n  planted String?");
    writeFileSync(file, planted);
    const { code, output } = await difference(scratch);
    expect(output).toContain("planted");
    expect(code).toBe(2);
  });
});
