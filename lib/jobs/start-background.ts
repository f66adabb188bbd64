import "server-only";
import { settings } from "@/lib/core/env";
import { logFault } from "@/lib/core/fault";
import { database } from "@/lib/db/client";
import { startDelivery } from "@/lib/mail/start-delivery";
import { demoTransport, smtpTransport } from "@/lib/mail/transport";
import { startIssuing } from "./issue-runs";
import { scheduledJobs } from "./scheduled-jobs";
import { type Jobs, startJobs } from "./start-jobs";

const RETRY_AFTER_MS = 10_000;

/**
 * Starts what runs beside the requests of this process: the delivery of mails and the scheduled jobs. Called once, from
 * instrumentation.ts; an instance whose setting says that it serves only leaves all this to the others. A database that is not there yet delays them; the site serves all the same. Ends on SIGTERM and SIGINT.
 */
export function startBackground(): void {
  const { background, databaseUrl, demo, smtpUrl, mailFrom, publicUrl, secret } = settings();
  if (!background) return;
  const client = database();
  const transport = smtpUrl || !demo ? smtpTransport(smtpUrl ?? "", mailFrom) : demoTransport(client);
  const delivery = startDelivery(client, databaseUrl, transport, { publicUrl, secret, mailFrom });

  const issuing = startIssuing(client);

  let stopped = false;
  let jobs: Jobs | undefined;
  async function begin(): Promise<void> {
    try {
      jobs = await startJobs(client, databaseUrl, scheduledJobs);
      if (stopped) await jobs.stop();
    } catch (error) {
      logFault({ worker: "jobs" }, error);
      if (!stopped) setTimeout(() => void begin(), RETRY_AFTER_MS).unref();
    }
  }
  void begin();
  const stop = () => {
    if (stopped) return;
    stopped = true;
    void Promise.allSettled([delivery.stop(), issuing.stop(), jobs?.stop()]);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
