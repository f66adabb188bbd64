/** The table "Who may import whom" of docs, as data. It speaks of values: what is imported as a type binds nothing. */
import type { Import } from "./imports";

type Layer = { name: string; files: RegExp };

/** First match wins. An area is a noun's folder in lib. */
const LAYERS: Layer[] = [
  { name: "api", files: /^app\/api\/|^app\/.*\/route\.tsx?$/ },
  { name: "app", files: /^(app\/|proxy\.ts$)/ },
  { name: "startup", files: /^instrumentation/ },
  { name: "component", files: /^components\// },
  { name: "core", files: /^lib\/core\// },
  { name: "enums", files: /^lib\/db\/generated\/enums/ },
  { name: "db", files: /^lib\/db\// },
  { name: "policy", files: /^lib\/auth\/policy\// },
  { name: "i18n", files: /^lib\/i18n\// },
  { name: "rule", files: /^lib\/(?:auth\/)?[^/]+\/rules\// },
  { name: "query", files: /^lib\/(?:auth\/)?[^/]+\/queries\// },
  { name: "fact", files: /^lib\/[^/]+\/facts\// },
  { name: "command", files: /^lib\/(?:auth\/)?[^/]+\/commands\// },
  { name: "actions", files: /^lib\/(?:auth\/)?[^/]+\/(?:actions|[a-z-]+-actions)\.ts$/ },
  { name: "schema", files: /^lib\/(?:auth\/)?[^/]+\/(?:schema|[a-z-]+-schema)\.ts$/ },
  { name: "auth", files: /^lib\/auth\// },
  { name: "adapter", files: /^lib\/(mail|storage|jobs|pdf|signing|spreadsheet)\// },
  { name: "unknown", files: /^lib\// },
  { name: "tooling", files: /^(scripts|tests|bench|prisma)\// },
];

/** Modules of `auth` that others may name; the rest of it is its own affair. */
const AUTH = {
  actor: /^lib\/auth\/actor\.ts$/,
  action: /^lib\/auth\/action\.ts$/,
  system: /^lib\/auth\/(system|on-behalf)\.ts$/,
  /** A route handler for people who are signed in, an action from one that answers a plain form or takes in a large file, and the cookie of the language. */
  fromRoute: /^lib\/auth\/(act-from-route|streamed-action|signed-in-route|remember-locale|origin)\.ts$/,
  /** Pure: the role × permission table, and an actor narrowed to one permission. */
  table: /^lib\/auth\/(permissions|acting)\.ts$/,
  scope: /^lib\/auth\/(scope|acting|work)\.ts$/,
  /** Counting what anybody may do without signing in, and by whom it is counted. */
  limits: /^lib\/auth\/(rate-limit|sign-in\/current-client)\.ts$/,
};

/** Pages that are sent without React: functions from what is known to HTML. */
const TEMPLATE = /^components\/.*\.html\.ts$/;

/** Reads a date as a person writes it; pure, though it lives beside the other formats of i18n. */
const LOCAL_DATE = /^lib\/i18n\/(parse-local-date|local-day)\.ts$/;

type Target = string | RegExp;
const everywhere: Target[] = ["core", "rule", "enums"];

/**
 * What each layer may import as values, besides itself. `own:` restricts a layer to the importing file's area; `own:auth`
 * so serves sign-in only, which is an area inside lib/auth.
 */
const MAY_IMPORT: Record<string, Target[]> = {
  app: [...everywhere, "component", "query", "actions", "schema", "i18n", AUTH.actor, AUTH.table],
  api: [
    ...everywhere,
    "query",
    "actions",
    "schema",
    "i18n",
    "adapter",
    TEMPLATE,
    AUTH.actor,
    AUTH.fromRoute,
    AUTH.system,
    AUTH.table,
    /^lib\/auth\/sign-in\//,
  ],
  /** The end points of sign-in itself: there is no actor yet whom a wrapper could ask for. */
  "sign-in api": [...everywhere, "db", "auth", "query", "command", "schema", "i18n", "adapter"],
  startup: [...everywhere, "adapter", "auth"],
  component: [...everywhere, "actions", "schema", "i18n", AUTH.table],
  actions: [
    "core",
    "policy",
    "rule",
    "fact",
    "own:schema",
    "own:command",
    "own:auth",
    AUTH.action,
    AUTH.table,
  ],
  /** What commands, queries and actions of any area decide on, read once and the same way; in a transaction or outside. */
  fact: [...everywhere, "db", "query", "i18n", "own:schema", AUTH.scope, AUTH.table],
  query: [...everywhere, "fact", "db", "adapter", "i18n", "own:schema", "own:auth", AUTH.scope, AUTH.table],
  command: [
    ...everywhere,
    "db",
    "adapter",
    "i18n",
    "query",
    "fact",
    "own:schema",
    "own:auth",
    AUTH.scope,
    AUTH.table,
    AUTH.limits,
  ],
  policy: ["core", "rule", "enums", AUTH.table],
  rule: ["core", "enums"],
  schema: ["core", "rule", "enums", LOCAL_DATE],
  core: [],
  enums: [],
  db: ["core"],
  i18n: ["core"],
  auth: [...everywhere, "db", "policy", "i18n", "schema", "query", "command", "adapter"],
  adapter: [...everywhere, "db", "i18n", "query", "command", AUTH.system],
};

/** Packages that pure code may use: they compute, and know no clock, disk or network of their own accord. */
const PURE_PACKAGES = /^(date-fns|@date-fns\/tz|zod|xmlbuilder2)(\/|$)/;
const DATABASE_PACKAGES = /^(@prisma\/|pg(-|$)|pg$)/;

/** Single imports that are right although their kind is not, each with the reason. */
const EXCEPTIONS = [
  // isIP() reads a text; nothing of a network is touched.
  { from: "lib/auth/sign-in/rules/client-address.ts", to: "node:net" },
  // The public check counts by network, as sign-in does, and there is one place that knows the client's address.
  { from: "lib/certificates/queries/allow-check.ts", to: "lib/auth/sign-in/current-client.ts" },
];

export type Breach = { from: string; to: string; rule: string };

const layerOf = (path: string): string | undefined => LAYERS.find(({ files }) => files.test(path))?.name;
const areaOf = (path: string): string | undefined => /^(?:lib|components)\/([^/]+)\//.exec(path)?.[1];

function allows(target: Target, one: Import, layer: string): boolean {
  if (target instanceof RegExp) return target.test(one.to);
  if (!target.startsWith("own:")) return target === layer;
  return target.slice(4) === layer && areaOf(one.from) === areaOf(one.to);
}

function breachOf(one: Import): string | undefined {
  const from = layerOf(one.from);
  if (from === undefined || from === "tooling" || one.kind === "type") return undefined;
  if (from === "unknown") return "a file of lib belongs to rules, queries, commands, schema or actions";
  const to = layerOf(one.to);
  if (to === undefined) return packageBreach(from, one.to);
  const sameLayer = from === to || (from === "api" && to === "app" && areaOf(one.from) === areaOf(one.to));
  if (sameLayer && from !== "actions") return undefined;
  if (MAY_IMPORT[from]?.some((target) => allows(target, one, to))) return undefined;
  return `${from} may not import ${to}`;
}

function packageBreach(from: string, name: string): string | undefined {
  if (["rule", "policy"].includes(from) && !PURE_PACKAGES.test(name) && !name.startsWith("."))
    return `${from} is pure and may not import ${name}`;
  if (!["db", "adapter", "auth"].includes(from) && DATABASE_PACKAGES.test(name))
    return `${from} may not import ${name}: the database is reached through lib/db`;
  return undefined;
}

/** Every import that the table does not allow, with what it breaks. */
export function breachesOf(imports: Import[]): Breach[] {
  return imports.flatMap((one) => {
    if (EXCEPTIONS.some(({ from, to }) => from === one.from && to === one.to)) return [];
    const rule = breachOf(one);
    return rule === undefined ? [] : [{ from: one.from, to: one.to, rule }];
  });
}
