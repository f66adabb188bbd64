/**
 * How the schema engine reaches PostgreSQL: through `pg` and Prisma's own driver adapter, with two things added
 * that the adapter lacks (the catalogue's one-byte "char" type, and a shadow database that is always removed).
 */
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

/** PostgreSQL's internal one-byte type, which system catalogues use for kinds and flags. */
const CATALOGUE_CHAR = 18;
/** The engine never reads a uuid, so its type can carry the "char" columns through an adapter that has no name for them. */
const UUID = 2950;

type Results = pg.QueryResult | pg.QueryResult[] | undefined;

function carryCharsAsUuids(results: Results): void {
  for (const result of [results].flat())
    for (const field of result?.fields ?? [])
      if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = UUID;
}

// pg declares query() in eleven overloads that end in a callback (as its pool asks) or give a promise (in a transaction).
type Query = (...params: unknown[]) => unknown;

class CatalogueClient extends pg.Client {
  override query = ((...params: unknown[]) => {
    const query = super.query as Query;
    const last = params.at(-1);
    if (typeof last === "function") {
      const answer = (error: unknown, results: Results) => {
        carryCharsAsUuids(results);
        last(error, results);
      };
      return query.call(this, ...params.slice(0, -1), answer);
    }
    const asked = query.call(this, ...params);
    if (!(asked instanceof Promise)) return asked;
    return asked.then((results: Results) => {
      carryCharsAsUuids(results);
      return results;
    });
  }) as pg.Client["query"];
}

function readingCatalogueChars<T extends SqlQueryable>(queryable: T): T {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query: SqlQuery) => {
    const result = await queryRaw(query);
    result.columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
  return queryable;
}

/** One PostgreSQL database as the schema engine sees it. `url` is an ordinary `postgresql://` connection string. */
export class MigrationDatabase implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** A connection to the database itself. */
  connect(): Promise<SqlDriverAdapter> {
    return this.#open(this.#name());
  }

  /** A connection to a new, empty database, which is dropped when the connection is disposed of. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = `praksis_shadow_${randomUUID().replaceAll("-", "")}`;
    await this.#administer(`CREATE DATABASE ${pg.escapeIdentifier(shadow)} TEMPLATE template0`);
    const adapter = await this.#open(shadow);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await this.#administer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(shadow)} WITH (FORCE)`);
    };
    return adapter;
  }

  /** Fails as the database itself fails, when it cannot be reached. */
  async check(): Promise<void> {
    await withClient(this.#config(this.#name()), (client) => client.query("SELECT 1"));
  }

  async create(): Promise<void> {
    await this.#administer(`CREATE DATABASE ${pg.escapeIdentifier(this.#name())}`);
  }

  async drop(): Promise<void> {
    await this.#administer(`DROP DATABASE ${pg.escapeIdentifier(this.#name())} WITH (FORCE)`);
  }

  #name(): string {
    const name = parseIntoClientConfig(this.#url).database;
    if (!name) throw new Error("The connection string names no database.");
    return name;
  }

  #config(database: string): pg.ClientConfig {
    return { ...parseIntoClientConfig(this.#url), database };
  }

  #administer(statement: string): Promise<unknown> {
    return withClient(this.#config("postgres"), (client) => client.query(statement));
  }

  async #open(database: string): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ ...this.#config(database), Client: CatalogueClient as new () => pg.Client });
    const schema = new URL(this.#url).searchParams.get("schema") ?? undefined;
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true, schema }).connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => readingCatalogueChars(await startTransaction(level));
    // The adapter cuts a script at every semicolon, also inside a function's body; sent whole, PostgreSQL cuts it
    // right, and runs a migration wholly or not at all.
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return readingCatalogueChars(adapter);
  }
}

async function withClient<T>(config: pg.ClientConfig, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
