/** What this machine can do at all, measured in the same run: the ratios are the result, the absolute figures are not. */
import { createServer } from "node:http";
import autocannon from "autocannon";
import pg from "pg";

export type Limits = {
  /** `node:http` answering "hello", requests a second. */
  helloPerSecond: number;
  /** The catalogue's query by raw `pg`, in a second. */
  queryPerSecond: number;
  /** Raw transactions "lock cohort, count, insert" on one hot cohort, in a second. */
  enrolPerSecondOneCohort: number;
  /** The same spread over cohorts. */
  enrolPerSecondSpread: number;
};

const CONNECTIONS = 16;

async function hello(seconds: number): Promise<number> {
  const server = createServer((_request, response) => response.end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const result = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 32, duration: seconds });
  await new Promise((resolve) => server.close(resolve));
  return result.requests.average;
}

/** Runs `work` over and over on several connections at once; how often a second. */
async function rate(
  url: string,
  seconds: number,
  work: (client: pg.PoolClient, worker: number) => Promise<unknown>,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, worker) => {
      const client = await pool.connect();
      try {
        for (; performance.now() < end; done++) await work(client, worker);
      } finally {
        client.release();
      }
    }),
  );
  await pool.end();
  return done / seconds;
}

async function lockCountInsert(client: pg.PoolClient, cohort: number): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT capacity FROM bench_cohort WHERE id = $1 FOR UPDATE", [cohort]);
  await client.query(
    "SELECT count(*) FROM bench_seat WHERE cohort_id = $1 AND taken_at > now() - interval '10 milliseconds'",
    [cohort],
  );
  await client.query("INSERT INTO bench_seat (cohort_id) VALUES ($1)", [cohort]);
  await client.query("COMMIT");
}

/** Measures the limits, each for `seconds`, on the server of `url`, in tables of their own that are removed again. */
export async function measureLimits(url: string, seconds: number): Promise<Limits> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    CREATE TABLE bench_cohort (id int PRIMARY KEY, capacity int NOT NULL);
    CREATE TABLE bench_seat (id bigserial PRIMARY KEY, cohort_id int NOT NULL REFERENCES bench_cohort, taken_at timestamptz NOT NULL DEFAULT now());
    CREATE INDEX ON bench_seat (cohort_id, taken_at);
    INSERT INTO bench_cohort SELECT n, 30 FROM generate_series(0, ${CONNECTIONS}) n;`);
  try {
    return {
      helloPerSecond: await hello(seconds),
      queryPerSecond: await rate(url, seconds, (connection) =>
        connection.query(
          `SELECT c.id, c.slug, c.name, c.city, c.starts_on, c.capacity, v.title, v.summary
           FROM cohort c JOIN programme_version v ON v.id = c.programme_version_id
           WHERE c.state = 'open' ORDER BY c.starts_on LIMIT 20`,
        ),
      ),
      enrolPerSecondOneCohort: await rate(url, seconds, (connection) => lockCountInsert(connection, 0)),
      enrolPerSecondSpread: await rate(url, seconds, (connection, worker) =>
        lockCountInsert(connection, worker + 1),
      ),
    };
  } finally {
    await client.query("DROP TABLE bench_seat, bench_cohort");
    await client.end();
  }
}
