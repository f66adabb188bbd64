import { randomUUID } from "node:crypto";
import { getAuditChain } from "@/lib/audit/queries/get-audit-chain";
import { listAuditEvents } from "@/lib/audit/queries/list-audit-events";
import { requestSignInLinkAction } from "@/lib/auth/sign-in/actions";
import { getSignInLink } from "@/lib/auth/sign-in/queries/get-sign-in-link";
import { sha256 } from "@/lib/core/hash";
import { randomToken } from "@/lib/core/ids";
import { recordAudit } from "@/lib/db/audit";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { OutboxState } from "@/lib/db/generated/enums";
import { getInstallation } from "@/lib/installation/queries/get-installation";
import { getReadiness } from "@/lib/installation/queries/get-readiness";
import { listJobs } from "@/lib/jobs/queries/list-jobs";
import { getJobSheet } from "@/lib/lists/queries/get-job-sheet";
import { getOutboxSheet } from "@/lib/lists/queries/get-outbox-sheet";
import { resendMailAction } from "@/lib/mail/actions";
import { listDemoMails } from "@/lib/mail/queries/list-demo-mails";
import { listOutbox } from "@/lib/mail/queries/list-outbox";
import { written } from "../../setup/written";
import { everybody } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const admins = ["admin", "foreignAdmin"] as const;
const total = (answer: unknown) => (answer as { total: number }).total > 0;

async function makeMail(client: PrismaClient, state: OutboxState): Promise<string> {
  const { id } = await client.outboxMail.create({
    data: {
      template: "case-released",
      locale: "da",
      toEmail: "per@odense.example",
      toName: "Per",
      params: { programme: "Ledelse", path: "/my" },
      messageId: `<${randomUUID()}@factory.example>`,
      state,
      lastError: state === "failed" ? "550" : null,
    },
    select: { id: true },
  });
  return id;
}

export const actionRows: readonly ActionRow[] = [
  {
    action: requestSignInLinkAction,
    input: () => ({ email: `${randomUUID()}@odense.example`, callbackUrl: "", locale: "da" }),
    allowed: everybody,
  },
  {
    action: resendMailAction,
    input: async (_world, client) => ({ mailId: await makeMail(client, "failed") }),
    allowed: admins,
  },
];

export const queryRows: readonly QueryRow[] = [
  // Whether it serves at all is no secret: a load balancer asks without signing in.
  {
    query: "installation/queries/get-readiness",
    permission: "catalogue.view",
    call: () => getReadiness(),
    allowed: everybody,
  },
  {
    // Holding the token is the authority.
    query: "auth/sign-in/queries/get-sign-in-link",
    permission: "signIn.request",
    call: async (acting) => {
      const token = randomToken();
      const email = "per@odense.example";
      const expiresAt = new Date(Date.now() + 60_000);
      await database().signInToken.create({ data: { email, tokenHash: sha256(token), expiresAt } });
      return getSignInLink(acting, token, email, new Date());
    },
    allowed: everybody,
  },
  {
    query: "audit/queries/list-audit-events",
    permission: "audit.view",
    call: async (acting) => {
      await database().$transaction((tx) =>
        recordAudit(tx, { personId: null, role: "system" }, new Date(), {
          stream: "statement:was",
          action: "statement.worded",
          entity: "row",
          entityId: "1",
        }),
      );
      return listAuditEvents(acting, {}, 1);
    },
    allowed: admins,
    shows: total,
  },
  {
    query: "audit/queries/get-audit-chain",
    permission: "audit.view",
    call: (acting) => getAuditChain(acting),
    allowed: admins,
  },
  {
    query: "mail/queries/list-outbox",
    permission: "installation.view",
    call: async (acting) => {
      await makeMail(database(), "queued");
      return listOutbox(acting, {}, 1);
    },
    allowed: admins,
    shows: total,
  },
  {
    query: "lists/queries/get-outbox-sheet",
    permission: "installation.view",
    call: async (acting) => {
      await makeMail(database(), "queued");
      return written(await getOutboxSheet(acting, "da", { state: "queued" }));
    },
    allowed: admins,
  },
  {
    // The demo's mailbox is for anybody; outside the demo its table is empty and its page missing.
    query: "mail/queries/list-demo-mails",
    permission: "catalogue.view",
    call: async () => {
      await database().demoMail.create({
        data: {
          messageId: `<${randomUUID()}@factory.example>`,
          toEmail: "per@odense.example",
          subject: "x",
          text: "x",
          html: "x",
          links: [],
        },
      });
      return listDemoMails("per@odense.example");
    },
    allowed: everybody,
  },
  {
    query: "jobs/queries/list-jobs",
    permission: "installation.view",
    call: (acting) => listJobs(acting),
    allowed: admins,
  },
  {
    query: "lists/queries/get-job-sheet",
    permission: "installation.view",
    call: async (acting) => (await getJobSheet(acting, "da")).rows,
    allowed: admins,
  },
  {
    query: "installation/queries/get-installation",
    permission: "installation.view",
    call: (acting) => getInstallation(acting, new Date()),
    allowed: admins,
  },
];
