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

class CatalogueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares query() in eleven overloads; all of them are passed on as they are
  override query(...params: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const answer = (super.query as any)(...params);
    if (!(answer instanceof Promise)) return answer;
    return answer.then((results: pg.QueryResult | pg.QueryResult[]) => {
      for (const { fields } of [results].flat())
        for (const field of fields) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = UUID;
      return results;
    });
  }
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
    const pool = new pg.Pool({ ...this.#config(database), Client: CatalogueClient });
    const schema = new URL(this.#url).searchParams.get("schema") ?? undefined;
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true, schema }).connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => readingCatalogueChars(await startTransaction(level));
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
