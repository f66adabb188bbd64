import { randomUUID } from "node:crypto";
import {
  admitApplicationAction,
  answerApprovalAction,
  answerAsCoordinatorAction,
  askAgainAction,
  decideSeveralAction,
  declineApplicationAction,
  forwardApprovalAction,
  noteApplicationAction,
  takeUpApplicationAction,
  withdrawApplicationAction,
  writeApplicationAction,
} from "@/lib/applications/actions";
import { getApplicationForm } from "@/lib/applications/queries/get-application-form";
import { getApproval } from "@/lib/applications/queries/get-approval";
import { getCohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { getForwardedApproval } from "@/lib/applications/queries/get-forwarded-approval";
import { getLetters } from "@/lib/applications/queries/get-letters";
import { getMyApplication } from "@/lib/applications/queries/get-my-application";
import { listApprovalsWaiting } from "@/lib/applications/queries/list-approvals-waiting";
import { listCohortApplications } from "@/lib/applications/queries/list-cohort-applications";
import { listMyApplications } from "@/lib/applications/queries/list-my-applications";
import { firstView } from "@/lib/applications/rules/inbox";
import { signedToken } from "@/lib/core/signed-link";
import { database } from "@/lib/db/client";
import type { World } from "../../factories/world";
import { everybody, everyPerson } from "../actors";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const SECRET = process.env.PRAKSIS_SECRET ?? "";
const pending = (world: World) => world.own.applications.manager_pending.id;

async function seen(applicationId: string) {
  const { version } = await database().application.findUniqueOrThrow({ where: { id: applicationId } });
  return { applicationId, version: String(version) };
}

async function token(world: World): Promise<string> {
  const { id } = await database().managerApproval.findUniqueOrThrow({
    where: { applicationId: pending(world) },
  });
  return signedToken("approval", id, process.env.PRAKSIS_SECRET ?? "");
}

/** An application that anybody could hand in to the own side's open cohort. */
const wholeApplication = (world: World) => ({
  intent: "submit",
  cohortId: world.own.cohorts.open.id,
  version: "0",
  participantRole: "manager",
  trackId: world.own.programme.tracks[0]?.id ?? "",
  organisationId: world.own.municipality.id,
  organisationOther: "",
  title: "Afdelingsleder",
  motivation: "Jeg vil lære at lede forandringer, der holder i drift.",
  accommodation: "",
  managerName: "Mette Overgaard",
  managerEmail: "mette.overgaard@factory.example",
  payer: "organisation",
  payerGln: "5790000000012",
  payerReference: "",
  confirmed: "on",
});

export const actionRows: readonly ActionRow[] = [
  { action: writeApplicationAction, input: wholeApplication, allowed: everyPerson },
  {
    action: withdrawApplicationAction,
    input: (world) => ({ applicationId: pending(world) }),
    allowed: ["subject"],
    subject: (world) => world.own.applications.manager_pending.personId,
  },
  {
    action: askAgainAction,
    input: (world) => ({
      applicationId: pending(world),
      managerName: "Ny Leder",
      managerEmail: "ny.leder@factory.example",
    }),
    allowed: ["subject"],
    subject: (world) => world.own.applications.manager_pending.personId,
  },
  {
    action: answerApprovalAction,
    input: async (world) => ({ token: await token(world), answer: "approve", comment: "" }),
    allowed: everybody,
    subject: (world) => world.own.applications.manager_pending.personId,
    refusedAs: { subject: "approval.ownApplication" },
  },
  {
    action: forwardApprovalAction,
    input: async (world) => ({
      token: await token(world),
      deputyName: "Souschef Sørensen",
      deputyEmail: "souschef@factory.example",
      note: "",
    }),
    allowed: everybody,
    subject: (world) => world.own.applications.manager_pending.personId,
    refusedAs: { subject: "approval.ownApplication" },
  },
  {
    action: answerAsCoordinatorAction,
    input: (world) => ({ applicationId: pending(world), answer: "approve", comment: "" }),
    allowed: ["coordinator"],
  },
  {
    action: takeUpApplicationAction,
    input: (world) => seen(world.own.applications.submitted.id),
    allowed: staff,
  },
  {
    action: admitApplicationAction,
    input: (world) => seen(world.own.applications.under_review.id),
    allowed: staff,
  },
  {
    action: declineApplicationAction,
    input: async (world) => ({
      ...(await seen(world.own.applications.under_review.id)),
      reason: "Holdet er for erfarne ledere.",
    }),
    allowed: staff,
  },
  {
    action: decideSeveralAction,
    input: async (world) => {
      const { applicationId, version } = await seen(world.own.applications.under_review.id);
      return {
        cohortId: world.own.cohorts.open.id,
        selected: [`${applicationId}.${version}`],
        decision: "admit",
        reason: "",
      };
    },
    allowed: staff,
  },
  {
    action: noteApplicationAction,
    input: (world) => ({ applicationId: world.own.applications.submitted.id, text: "Ring til lederen." }),
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "applications/queries/get-application-form",
    permission: "application.write",
    call: (acting, world) => getApplicationForm(acting, world.own.programme.slug, undefined, new Date()),
    allowed: everyPerson,
  },
  {
    query: "applications/queries/get-approval",
    permission: "approval.answer",
    call: async (acting, world) =>
      getApproval(acting, await token(world), process.env.PRAKSIS_SECRET ?? "", new Date()),
    allowed: everybody,
    subject: (world) => world.own.applications.manager_pending.personId,
  },
  {
    query: "applications/queries/get-forwarded-approval",
    permission: "approval.answer",
    call: async (acting, world) => {
      const { id: applicationId } = world.own.applications.manager_approved;
      const id = randomUUID();
      await database().approvalForward.create({
        data: {
          id,
          applicationId,
          fromName: "Mette",
          fromEmail: "m@x.example",
          toName: "Per",
          toEmail: "p@x.example",
          forwardedAt: new Date(),
        },
      });
      return getForwardedApproval(acting, signedToken("approval", id, SECRET), SECRET);
    },
    allowed: everybody,
    subject: (world) => world.own.applications.manager_approved.personId,
  },
  {
    query: "applications/queries/get-cohort-application",
    permission: "application.decide",
    call: (acting, world) =>
      getCohortApplication(
        acting,
        world.own.cohorts.open.id,
        world.own.applications.submitted.id,
        new Date(),
      ),
    allowed: staff,
  },
  {
    query: "applications/queries/get-letters",
    permission: "application.decide",
    call: (acting, world) => getLetters(acting, world.own.applications.submitted.id, null),
    allowed: staff,
  },
  {
    query: "applications/queries/get-my-application",
    permission: "application.write",
    call: (acting, world) => getMyApplication(acting, pending(world), new Date()),
    allowed: ["subject"],
    subject: (world) => world.own.applications.manager_pending.personId,
  },
  {
    query: "applications/queries/list-approvals-waiting",
    permission: "approval.decideAsCoordinator",
    call: (acting) => listApprovalsWaiting(acting),
    shows: (answer, world) => (answer as { id: string }[]).some((row) => row.id === pending(world)),
    allowed: ["coordinator"],
  },
  {
    query: "applications/queries/list-cohort-applications",
    permission: "application.decide",
    call: async (acting, world) =>
      (await listCohortApplications(acting, world.own.cohorts.open.id, firstView, new Date())).rows,
    allowed: staff,
  },
  {
    query: "applications/queries/list-my-applications",
    permission: "application.write",
    call: (acting) => listMyApplications(acting),
    shows: (answer, world) =>
      (answer as { id: string }[]).some((row) => row.id === world.own.mine.application.id),
    allowed: ["participant"],
  },
];
