import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../../scripts/database/migrate";
import { freePort } from "../../../scripts/process/free-port";
import { freshDatabase } from "../../setup/database";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praksis-start-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` with these settings and none of the tests' own: its exit code and everything it said. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    env: { NODE_ENV: "production", PATH, HOME, PRAKSIS_DATA_DIR: join(folder, "data"), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

describe("a start that cannot be says what to do, and ends with an error", () => {
  it("on a port that another program has", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, said } = await start({ PORT: String(port) });
    other.close();
    expect(code).not.toBe(0);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
  });

  it("in a data folder that cannot be written", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const port = String(await freePort());
    const { code, said } = await start({ PORT: port, PRAKSIS_DATA_DIR: join(file, "data") });
    expect(code).not.toBe(0);
    expect(said).toContain("cannot be written");
    expect(said).toContain("PRAKSIS_DATA_DIR=");
  });

  it("as a production server with settings missing or weak: with the whole list", async () => {
    const port = String(await freePort());
    const { code, said } = await start({
      PORT: port,
      DATABASE_URL: "postgresql://praksis:praksis@db.example/praksis",
      PRAKSIS_SECRET: "short",
    });
    expect(code).not.toBe(0);
    for (const name of ["DATABASE_URL", "PRAKSIS_SECRET", "PRAKSIS_URL", "SMTP_URL"])
      expect(said).toContain(name);
    expect(said, "a secret is never repeated").not.toContain("praksis:praksis");
  });

  it("on the database of a newer release", async () => {
    const { client, url } = await freshDatabase();
    await client.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('later', '', '20991231000000_later', now(), now(), 1)`;
    await expect(migrate(url)).rejects.toThrow(
      /changed by a newer release of Praksis \(it has 20991231000000_later/,
    );
  });
});
