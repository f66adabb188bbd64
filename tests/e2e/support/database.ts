import { Client, type QueryResultRow } from "pg";

/**
 * Rows of the site's database, or of the one at `url`, for what a test prepares or compares; journeys through the screens do
 * without it.
 */
export async function rows<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
  url = process.env.DATABASE_URL,
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The first row. Throws when there is none. */
export async function row<Row extends QueryResultRow>(
  text: string,
  values: unknown[] = [],
  url?: string,
): Promise<Row> {
  const [first] = await rows<Row>(text, values, url);
  if (!first) throw new Error(`No row: ${text}`);
  return first;
}
