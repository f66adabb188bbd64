/** The platform as it is measured: production build, its own database, grown demo data, and a counting proxy between. */
import { startApp } from "../scripts/app/serve.ts";
import { applicationUrl } from "../scripts/database/roles.ts";
import { onShutdown } from "../scripts/process/shutdown.ts";
import { testEnvironment } from "../scripts/testing/site.ts";
import { layGround } from "./ground.ts";
import { type Grown, grow, type Size } from "./grow.ts";
import type { Subject } from "./measure.ts";
import { startStatementProxy } from "./statement-proxy.ts";

/** Starts it on a durable database (what is measured is what an installation does) and grows the data. */
export async function startSubject(
  size: Size,
): Promise<{ subject: Subject; grown: Grown; databaseUrl: string }> {
  const { release, databaseUrl, databasePid, files } = await layGround();
  const grown = await grow(databaseUrl, size);
  const proxy = await startStatementProxy(await applicationUrl(databaseUrl));
  onShutdown("the counting proxy", proxy.stop);
  const app = await startApp({ release, env: testEnvironment(proxy.url, files) });
  onShutdown("the bench's application", app.stop);
  const appPid = app.process.pid;
  if (!appPid) throw new Error("the application has no process");
  return {
    subject: { url: app.url, appPid, databasePid, proxy },
    grown,
    databaseUrl,
  };
}
