import "server-only";
import { anchorAudit } from "@/lib/audit/commands/anchor-audit";
import { purgeSignIn } from "@/lib/auth/sign-in/commands/purge-sign-in";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { lapseResponses } from "@/lib/jobs/lapse-responses";
import { checkCertificates } from "./check-certificates";
import { expireAllOffers } from "./expire-offers";
import { issueRuns } from "./issue-runs";
import { releaseAllSeats } from "./release-seats";
import { remindManagers } from "./remind-managers";
import { sealTransparency } from "./seal-transparency";
import { sendMessages } from "./send-messages";
import { sendNotices } from "./send-notices";
import { sweepFiles } from "./sweep-files";
import { tellExpiredApprovals } from "./tell-expired-approvals";
import { warnAllOfExpiry } from "./warn-of-expiry";

/**
 * Something done again and again. `run` may be called twice for one time, and at the same time on two machines: it looks at the
 * state of what it changes, in a transaction of `asSystem`. What it returns is kept and shown to administrators.
 */
export type ScheduledJob = {
  /** Noun and verb, like `offer.expire`; the queue's name. */
  readonly name: string;
  /** Minute, hour, day of month, month, day of week; in Danish time. */
  readonly cron: string;
  run(client: PrismaClient, now: Date): Promise<Readonly<Record<string, number>>>;
};

/** Everything that happens without anybody asking. An area adds its line here. */
export const scheduledJobs: readonly ScheduledJob[] = [
  {
    name: "offer.expire",
    cron: "* * * * *",
    run: expireAllOffers,
  },
  {
    name: "seat.release",
    cron: "* * * * *",
    run: releaseAllSeats,
  },
  {
    name: "approval.remind",
    cron: "23 * * * *",
    run: remindManagers,
  },
  {
    name: "approval.expire",
    cron: "*/15 * * * *",
    run: tellExpiredApprovals,
  },
  {
    name: "observation.lapse",
    cron: "*/15 * * * *",
    run: async (client, now) => ({ observations: await lapseResponses(client, now) }),
  },
  {
    name: "message.send",
    cron: "* * * * *",
    run: sendMessages,
  },
  {
    name: "invitation.send",
    cron: "* * * * *",
    run: sendNotices,
  },
  {
    name: "sign-in.purge",
    cron: "17 * * * *",
    run: (client, now) => asSystem(client, now, purgeSignIn),
  },
  {
    name: "transparency.seal",
    // A day ends once, but a fresh installation and a backlog should not have to wait; with nothing to seal it costs two reads.
    cron: "* * * * *",
    run: sealTransparency,
  },
  {
    name: "certificate.issue",
    // Runs for cohorts are taken up within seconds (start-background.ts); this takes up what was left lying.
    cron: "* * * * *",
    run: (client) => issueRuns(client),
  },
  {
    name: "certificate.warn",
    cron: "20 6 * * *",
    run: warnAllOfExpiry,
  },
  {
    name: "certificate.check",
    // Not between two and three: that hour is missing on one night and there twice on another.
    cron: "20 4 * * *",
    run: checkCertificates,
  },
  {
    name: "file.sweep",
    cron: "50 4 * * *",
    run: sweepFiles,
  },
  {
    name: "audit.anchor",
    cron: "31 * * * *",
    run: anchorAudit,
  },
];
