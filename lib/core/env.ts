/**
 * Everything that is set from outside, read once and checked as a whole: what is missing or weak is told in one list.
 * Any name may be given as `<NAME>_FILE` instead, the path of a mounted file that holds the value. See docs/operations.md.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { readSigningKeys, type SigningKeys } from "./signing-keys.ts";

export type Environment = Record<string, string | undefined>;

/** The settings in force. */
export type Settings = {
  production: boolean;
  demo: boolean;
  databaseUrl: string;
  databasePoolSize: number;
  /** The site's public origin without a path, like `https://praksis.example.org`. */
  publicUrl: string;
  secret: string;
  mailFrom: string;
  /** Undefined in the demo only, whose mails are kept for the page /demo/mail. */
  smtpUrl: string | undefined;
  oidc:
    | {
        issuer: string;
        clientId: string;
        clientSecret: string;
        /** What people call the provider: "Log in with …". */
        name: string;
        /** Whether the issuer is the authority on its addresses, so that one of them connects with an existing person. */
        trustsEmail: boolean;
      }
    | undefined;
  /** Undefined in a demo that `npm start` did not begin: everything works there but the signing of credentials. */
  signingKeys: SigningKeys | undefined;
  /** How many proxies of our own stand in front: so many last entries of X-Forwarded-For are to be believed. */
  trustedProxyHops: number;
  /** The folder of uploaded files. */
  filesFolder: string;
  /** Whether this process delivers mails and runs the scheduled jobs, or serves pages only. */
  background: boolean;
  /** What a mail gateway proves itself with where it hands in answers to invitations; undefined where there is none. */
  inboundMailKey: string | undefined;
};

const SECRETS = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "PRAKSIS_SECRET",
  "SMTP_URL",
  "OIDC_CLIENT_SECRET",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "PRAKSIS_SIGNING_KEYS",
  "PRAKSIS_INBOUND_MAIL_KEY",
];
const NAMES = [
  ...SECRETS,
  "PRAKSIS_URL",
  "MAIL_FROM",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_NAME",
  "OIDC_TRUST_EMAIL",
  "TRUSTED_PROXY",
  "PRAKSIS_DB_POOL",
  "PRAKSIS_BACKGROUND",
  "PRAKSIS_FILES_DIR",
  "PRAKSIS_DEMO",
  "PRAKSIS_DEMO_PUBLIC",
] as const;

/** A guess of this many bytes by machine is out of reach; fewer distinct characters is a word or a pattern, not a secret. */
const SECRET_BYTES = 32;
const SECRET_DISTINCT = 10;
const DEMO_MAIL_FROM = "Praksis <praksis@example.org>";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
/** True for an address that only this machine reaches, where http is as good as https. */
const isLoopback = (url: string): boolean => LOOPBACK.includes(new URL(url).hostname);

const urlOf = (...protocols: string[]) =>
  z
    .string("is missing")
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must be an address that begins with ${protocols.map((name) => `${name}//`).join(" or ")}`,
      abort: true,
    });

const overHttps = urlOf("https:", "http:").refine(
  (url) => new URL(url).protocol === "https:" || isLoopback(url),
  {
    error: "must begin with https://, except on this machine's own address",
  },
);

const strongSecret = z
  .string("is missing")
  .refine((value) => Buffer.byteLength(value) >= SECRET_BYTES && new Set(value).size >= SECRET_DISTINCT, {
    error: `is weak: give at least ${SECRET_BYTES} random bytes, for example from "openssl rand -base64 48"`,
  });

const aesKey = z
  .string("is missing")
  .refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value) && Buffer.from(value, "base64").length === 32, {
    error: 'must be 32 random bytes in base64, the same on every instance: "openssl rand -base64 32"',
  });

const signingKeys = z.string().transform((json, context) => {
  const read = readSigningKeys(json);
  if ("keys" in read) return read.keys;
  context.addIssue({ code: "custom", message: `cannot be used: ${read.problem}` });
  return z.NEVER;
});

const WEAK_PASSWORDS = ["", "postgres", "password", "praksis", "secret", "changeme"];
const database = urlOf("postgresql:", "postgres:").refine(
  (url) => isLoopback(url) || !WEAK_PASSWORDS.includes(decodeURIComponent(new URL(url).password)),
  { error: "has no password, or one that anybody would guess" },
);

const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0");
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

const schema = z.object({
  DATABASE_URL: database,
  DATABASE_OWNER_URL: database.optional(),
  PRAKSIS_DB_POOL: wholeNumber(2, 500).default(10),
  PRAKSIS_BACKGROUND: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("1"),
  PRAKSIS_URL: overHttps.refine((url) => new URL(url).pathname === "/" && !url.includes("?"), {
    error: "must be the site's origin only, without a path",
  }),
  PRAKSIS_SECRET: strongSecret,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: aesKey,
  PRAKSIS_SIGNING_KEYS: signingKeys.optional(),
  SMTP_URL: urlOf("smtp:", "smtps:").optional(),
  MAIL_FROM: z
    .string()
    .includes("@", { error: 'must hold an address, like "Praksis <praksis@example.org>"' })
    .optional(),
  OIDC_ISSUER: overHttps.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "must have at most 60 characters").optional(),
  OIDC_TRUST_EMAIL: flag,
  TRUSTED_PROXY: wholeNumber(0, 10).default(0),
  PRAKSIS_FILES_DIR: z.string("is missing"),
  PRAKSIS_INBOUND_MAIL_KEY: strongSecret.optional(),
  PRAKSIS_DEMO: flag,
  PRAKSIS_DEMO_PUBLIC: flag,
});

const userOf = (url: string | undefined): string | undefined =>
  url && URL.canParse(url) ? new URL(url).username : undefined;

/** Whether the public address is this machine's own; a wrong one is told of by itself. */
const isOwnMachine = (url: string | undefined): boolean => !url || !URL.canParse(url) || isLoopback(url);

/** What only shows when several settings are seen together. Told even when single ones are wrong: the list is whole at once. */
function problemsTogether(given: Environment): string[] {
  const problems: string[] = [];
  const owner = userOf(given.DATABASE_OWNER_URL);
  if (owner !== undefined && owner === userOf(given.DATABASE_URL))
    problems.push("DATABASE_OWNER_URL has the user of DATABASE_URL: the application would own its tables");
  if (given.PRAKSIS_DEMO !== "1" && !given.SMTP_URL)
    problems.push("SMTP_URL is missing: without a mail server nobody can sign in");
  if (given.PRAKSIS_DEMO !== "1" && !given.PRAKSIS_SIGNING_KEYS)
    problems.push(
      'PRAKSIS_SIGNING_KEYS is missing: credentials are signed with them. Make them with "npm run keys"',
    );
  if (given.PRAKSIS_DEMO === "1" && given.PRAKSIS_DEMO_PUBLIC !== "1" && !isOwnMachine(given.PRAKSIS_URL))
    problems.push(
      "PRAKSIS_DEMO is 1 at a public PRAKSIS_URL: in the demo anybody can sign in as anybody. If that is what is wanted, say so with PRAKSIS_DEMO_PUBLIC=1",
    );
  if (given.SMTP_URL && !given.MAIL_FROM) problems.push("MAIL_FROM is missing: mails need a sender");
  const missing = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].filter((name) => !given[name]);
  if (missing.length < 3)
    for (const name of missing)
      problems.push(`${name} is missing: OpenID Connect needs all three of its settings`);
  return problems;
}

/** The environment with every `<NAME>_FILE` replaced by its content. `problems` are the files that cannot be read. */
export function withMountedFiles(env: Environment): { env: Environment; problems: string[] } {
  const result: Environment = { ...env };
  const problems: string[] = [];
  for (const name of NAMES) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    result[`${name}_FILE`] = undefined;
    try {
      if (env[name]) problems.push(`${name} is given twice: as a value and as ${name}_FILE`);
      result[name] = readFileSync(path, "utf8").trim();
    } catch {
      problems.push(`${name}_FILE names ${path}, which cannot be read`);
    }
  }
  return { env: result, problems };
}

/** The settings that an environment gives, or every problem with it, each as one line without the value itself. */
export function readSettings(given: Environment): { settings: Settings } | { problems: string[] } {
  const { env, problems } = withMountedFiles(given);
  const filled = Object.fromEntries(NAMES.map((name) => [name, env[name]?.trim() || undefined]));
  const parsed = schema.safeParse(filled);
  for (const issue of parsed.error?.issues ?? []) problems.push(`${issue.path.join(".")} ${issue.message}`);
  problems.push(...problemsTogether(filled));
  if (!parsed.data || problems.length > 0) return { problems };
  return { settings: shape(parsed.data, env.NODE_ENV === "production") };
}

function shape(data: z.output<typeof schema>, production: boolean): Settings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  return {
    production,
    demo: data.PRAKSIS_DEMO === "1",
    databaseUrl: data.DATABASE_URL,
    databasePoolSize: data.PRAKSIS_DB_POOL,
    background: data.PRAKSIS_BACKGROUND === "1",
    publicUrl: new URL(data.PRAKSIS_URL).origin,
    secret: data.PRAKSIS_SECRET,
    mailFrom: data.MAIL_FROM ?? DEMO_MAIL_FROM,
    smtpUrl: data.SMTP_URL,
    oidc:
      issuer && clientId && clientSecret
        ? {
            issuer,
            clientId,
            clientSecret,
            name: data.OIDC_NAME ?? new URL(issuer).hostname,
            trustsEmail: data.OIDC_TRUST_EMAIL === "1",
          }
        : undefined,
    signingKeys: data.PRAKSIS_SIGNING_KEYS,
    trustedProxyHops: data.TRUSTED_PROXY,
    filesFolder: data.PRAKSIS_FILES_DIR,
    inboundMailKey: data.PRAKSIS_INBOUND_MAIL_KEY,
  };
}

let inForce: Settings | undefined;

/**
 * The settings of this process, read at the first call (never while building, which has none).
 * Throws with the whole list when they are incomplete; `npm start` has said so before.
 */
export function settings(): Settings {
  if (!inForce) {
    const read = readSettings(process.env);
    if ("problems" in read) throw new Error(`The settings are incomplete:\n- ${read.problems.join("\n- ")}`);
    inForce = read.settings;
  }
  return inForce;
}
