import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Environment, readSettings } from "@/lib/core/env";
import { generateSigningKeys } from "@/lib/core/signing-keys";

const folder = mkdtempSync(join(tmpdir(), "praksis-env-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound: Environment = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://app:a-long-password@db.example.org/praksis",
  PRAKSIS_URL: "https://praksis.example.org",
  PRAKSIS_SECRET: "q7Xv2mT9pLr4sWz8kNd3hGy6bFc1jEaU",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  PRAKSIS_SIGNING_KEYS: generateSigningKeys(2048),
  SMTP_URL: "smtps://mail.example.org",
  MAIL_FROM: "Praksis <praksis@example.org>",
  PRAKSIS_FILES_DIR: "/var/lib/praksis",
};

function problems(change: Environment): string[] {
  const read = readSettings({ ...sound, ...change });
  return "problems" in read ? read.problems : [];
}

describe("readSettings", () => {
  it("takes sound settings", () => {
    const read = readSettings(sound);
    expect(read).toMatchObject({
      settings: {
        production: true,
        demo: false,
        publicUrl: "https://praksis.example.org",
        trustedProxyHops: 0,
        oidc: undefined,
      },
    });
  });

  it("tells everything that is missing at once", () => {
    expect(problems(Object.fromEntries(Object.keys(sound).map((name) => [name, ""])))).toEqual([
      "DATABASE_URL is missing",
      "PRAKSIS_URL is missing",
      "PRAKSIS_SECRET is missing",
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is missing",
      "PRAKSIS_FILES_DIR is missing",
      "SMTP_URL is missing: without a mail server nobody can sign in",
      'PRAKSIS_SIGNING_KEYS is missing: credentials are signed with them. Make them with "npm run keys"',
    ]);
  });

  it.each<[string, Environment]>([
    ["DATABASE_URL", { DATABASE_URL: "mysql://a:b@c/d" }],
    ["DATABASE_URL", { DATABASE_URL: "postgresql://postgres:postgres@db.example.org/praksis" }],
    ["DATABASE_URL", { DATABASE_URL: "postgresql://praksis@db.example.org/praksis" }],
    ["DATABASE_OWNER_URL", { DATABASE_OWNER_URL: "postgresql://owner@db.example.org/praksis" }],
    [
      "DATABASE_OWNER_URL",
      { DATABASE_OWNER_URL: "postgresql://app:another-long-one@db.example.org/praksis" },
    ],
    ["PRAKSIS_URL", { PRAKSIS_URL: "http://praksis.example.org" }],
    ["PRAKSIS_URL", { PRAKSIS_URL: "https://praksis.example.org/site" }],
    ["PRAKSIS_SECRET", { PRAKSIS_SECRET: "too-short" }],
    ["PRAKSIS_SECRET", { PRAKSIS_SECRET: "changemechangemechangemechangeme" }],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "bm90IDMyIGJ5dGVz" }],
    ["PRAKSIS_SIGNING_KEYS", { PRAKSIS_SIGNING_KEYS: "" }],
    ["PRAKSIS_SIGNING_KEYS", { PRAKSIS_SIGNING_KEYS: '{"keys":[]}' }],
    ["SMTP_URL", { SMTP_URL: "https://mail.example.org" }],
    ["MAIL_FROM", { MAIL_FROM: "" }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "praksis" }],
    ["TRUSTED_PROXY", { TRUSTED_PROXY: "yes" }],
    ["PRAKSIS_DB_POOL", { PRAKSIS_DB_POOL: "1" }],
    ["PRAKSIS_DEMO", { PRAKSIS_DEMO: "true" }],
  ])("refuses a wrong %s: %j", (name, change) => {
    const found = problems(change);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${name} `)).toBe(true);
  });

  it("shows no value in a problem", () => {
    expect(problems({ PRAKSIS_SECRET: "hunter2" }).join()).not.toContain("hunter2");
  });

  it("lets this machine's own address go without https and password", () => {
    const own = {
      DATABASE_URL: "postgresql://praksis@127.0.0.1/praksis",
      PRAKSIS_URL: "http://127.0.0.1:3000",
    };
    expect(problems(own)).toEqual([]);
  });

  it("needs no mail server in the demo", () => {
    const own = { PRAKSIS_DEMO: "1", PRAKSIS_URL: "http://127.0.0.1:3000" };
    expect(problems({ ...own, SMTP_URL: "", MAIL_FROM: "" })).toEqual([]);
  });

  it("is no demo at a public address, behind whatever proxy, unless that is said", () => {
    const [problem, ...others] = problems({ PRAKSIS_DEMO: "1" });
    expect(problem).toContain("anybody can sign in as anybody");
    expect(others).toEqual([]);
    expect(problems({ PRAKSIS_DEMO: "1", PRAKSIS_DEMO_PUBLIC: "1" })).toEqual([]);
  });

  it("reads a mounted file, and refuses one that is not there or doubles a value", () => {
    const file = join(folder, "secret");
    writeFileSync(file, `${sound.PRAKSIS_SECRET}\n`);
    const read = readSettings({ ...sound, PRAKSIS_SECRET: undefined, PRAKSIS_SECRET_FILE: file });
    expect(read).toMatchObject({ settings: { secret: sound.PRAKSIS_SECRET } });
    expect(problems({ PRAKSIS_SECRET_FILE: file })).toHaveLength(1);
    expect(problems({ PRAKSIS_SECRET: undefined, PRAKSIS_SECRET_FILE: join(folder, "gone") })).toContain(
      `PRAKSIS_SECRET_FILE names ${join(folder, "gone")}, which cannot be read`,
    );
  });
});
