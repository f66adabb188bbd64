import { grow } from "../../../bench/grow.ts";
import { type StatementProxy, startStatementProxy } from "../../../bench/statement-proxy.ts";
import type { App } from "../../../scripts/app/serve.ts";
import { loadDemoData } from "../../../scripts/database/demo-data.ts";
import { migrate } from "../../../scripts/database/migrate.ts";
import { ensureDatabase } from "../../../scripts/database/own.ts";
import { growAround } from "../support/grow.ts";
import { startInstance } from "../support/instance.ts";
import { pathOf } from "../support/path-of.ts";
import { type Route, routes } from "../support/routes.ts";
import { sessionOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

/**
 * Every page over HTTP, before and after its rows became many, with the statements counted between the application and its
 * database. An instance and a database of its own: nobody else's requests are counted.
 */
let url: string;
let proxy: StatementProxy;
let site: App;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const ours = new URL(process.env.DATABASE_URL ?? "");
  ours.pathname = "/postgres";
  await ensureDatabase(ours.href, "praksis_statements");
  ours.pathname = "/praksis_statements";
  url = ours.href;
  await migrate(url);
  await loadDemoData(url);
  proxy = await startStatementProxy(url);
  site = await startInstance({ DATABASE_URL: proxy.url, PRAKSIS_BACKGROUND: "0" });
});
test.afterAll(async () => {
  await site?.stop();
  await proxy?.stop();
});

/** What one request for a page sends; an instance that serves only sends nothing else. The first one loads the page's code. */
async function statementsOf(route: Route, cookie: string): Promise<number> {
  const address = `${site.url}${await pathOf(route, url)}`;
  let sent = 0;
  for (let time = 0; time < 2; time++) {
    const before = proxy.statements();
    const answer = await fetch(address, { headers: { cookie } });
    await answer.text();
    expect(answer.status, route.page).toBe(200);
    sent = proxy.statements() - before;
  }
  return sent;
}

async function countAll(): Promise<Record<string, number>> {
  const cookies = new Map<string, string>();
  const counts: Record<string, number> = {};
  for (const route of routes) {
    const { as = "" } = route;
    if (as && !cookies.has(as)) cookies.set(as, `praksis.session=${await sessionOf(as, url)}`);
    counts[route.page] = await statementsOf(route, cookies.get(as) ?? "");
  }
  return counts;
}

test("no page sends more statements to the database when its rows are many", async () => {
  test.setTimeout(300_000);
  const few = await countAll();
  await grow(url, { cohorts: 25, people: 80 });
  await growAround(url);
  const many = await countAll();
  // Fewer are possible: a page that led straight to its only object shows a list now.
  const grown = Object.entries(many).filter(([page, now]) => now > (few[page] ?? 0));
  expect(Object.fromEntries(grown), "more statements than with few rows").toEqual({});
  expect(Math.max(...Object.values(few)), "statements are counted").toBeGreaterThan(5);
});
