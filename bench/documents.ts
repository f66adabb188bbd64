/** What a certificate's document with its QR code costs, over HTTP. */
import { query } from "../scripts/database/own.ts";
import { cpuMilliseconds } from "./cpu-time.ts";

/** What one costs: milliseconds of CPU. */
type Cost = { readonly appCpu: number; readonly databaseCpu: number };
type HandedOut = Cost & { readonly perSecond: number };

export type Documents = {
  /** How many were counted of each. */
  readonly amount: number;
  /** Handed out for the first time: signed, set with its code, frozen. */
  readonly first: HandedOut;
  /** The same certificates in a second language: signed already, set and frozen. */
  readonly secondLanguage: HandedOut;
  /** The same documents once more, as they were frozen: signing in, Next, HTTP, one row. */
  readonly again: HandedOut;
  /** What it costs to make one: the first less the last. */
  readonly made: Cost;
  /** What it costs to make one with nothing to sign: the second language less the last. */
  readonly madeUnsigned: Cost;
};

/** The goal that this installation was built to, in milliseconds of the application's CPU for one made. */
const GOAL = 10;

const SIGN_IN = `
  INSERT INTO sign_in_session (id, person_id, token_hash, expires_at, ends_at)
  SELECT gen_random_uuid(), id, encode(sha256('bench-certifier'::bytea), 'hex'), now() + interval '12 hours', now() + interval '7 days'
  FROM person WHERE email = 'certifier@copi.example'`;

const NEWEST = `
  SELECT c.public_id FROM certificate c JOIN issuing_run_item i ON i.certificate_id = c.id
  ORDER BY c.serial_number DESC LIMIT $1`;

const less = (a: Cost, b: Cost): Cost => ({
  appCpu: a.appCpu - b.appCpu,
  databaseCpu: a.databaseCpu - b.databaseCpu,
});

type Subject = { readonly url: string; readonly appPid: number; readonly databasePid: number };

async function getAll({ url }: Subject, ids: readonly string[], locale: string): Promise<void> {
  const left = [...ids];
  const workers = Array.from({ length: 8 }, async () => {
    for (let id = left.pop(); id; id = left.pop()) {
      const answer = await fetch(`${url}/api/certificates/${id}/pdf?lang=${locale}`, {
        headers: { cookie: "praksis.session=bench-certifier" },
      });
      const { byteLength } = await answer.arrayBuffer();
      if (answer.status !== 200 || byteLength < 10_000) throw new Error(`${id} answered ${answer.status}`);
    }
  });
  await Promise.all(workers);
}

async function cost(subject: Subject, ids: readonly string[], locale: string): Promise<HandedOut> {
  const used = () => ({
    app: cpuMilliseconds(subject.appPid),
    database: cpuMilliseconds(subject.databasePid),
  });
  const before = used();
  const began = performance.now();
  await getAll(subject, ids, locale);
  const seconds = (performance.now() - began) / 1000;
  const after = used();
  return {
    perSecond: ids.length / seconds,
    appCpu: (after.app - before.app) / ids.length,
    databaseCpu: (after.database - before.database) / ids.length,
  };
}

/**
 * Hands out the documents of `amount` certificates of `subject` and says what each costs. As many others come before in three languages,
 * and nothing of them is counted: V8 has not compiled yet what they run through. Needs twice as many certificates as it counts.
 */
export async function measureDocuments(
  subject: Subject,
  databaseUrl: string,
  amount: number,
): Promise<Documents> {
  await query(databaseUrl, (client) => client.query(SIGN_IN));
  const ids = await query(databaseUrl, async (client) =>
    (await client.query<{ public_id: string }>(NEWEST, [2 * amount])).rows.map((row) => row.public_id),
  );
  if (ids.length < 2 * amount)
    throw new Error(`${2 * amount} certificates are needed, ${ids.length} are there`);
  const warm = ids.splice(0, amount);
  for (const locale of ["da", "sv", "en"]) await getAll(subject, warm, locale);
  const first = await cost(subject, ids, "da");
  const secondLanguage = await cost(subject, ids, "sv");
  await getAll(subject, warm, "da");
  const again = await cost(subject, ids, "da");
  return {
    amount,
    first,
    secondLanguage,
    again,
    made: less(first, again),
    madeUnsigned: less(secondLanguage, again),
  };
}

const short = ({ appCpu, databaseCpu }: Cost) =>
  `${appCpu.toFixed(1)} ms CPU of the application and ${databaseCpu.toFixed(1)} of the database`;

/** The figures in words, with the goal beside the one that it is about. */
export function documentsInWords({
  amount,
  first,
  secondLanguage,
  again,
  made,
  madeUnsigned,
}: Documents): string {
  return [
    `${amount} certificates with QR code over HTTP: ${first.perSecond.toFixed(1)} a second, ${short(first)} each`,
    `of it making one, signed, set and frozen: ${short(made)} (goal: ${GOAL} of the application)`,
    `making one that is signed already, in a second language: ${short(madeUnsigned)} (${secondLanguage.perSecond.toFixed(1)} a second)`,
    `handing out one that is frozen: ${short(again)} (${again.perSecond.toFixed(1)} a second)`,
  ].join("\n");
}
