import { makeUpAttendanceAction, recordAttendanceAction } from "@/lib/attendance/actions";
import { getFacilitatedCohort } from "@/lib/attendance/queries/get-facilitated-cohort";
import { getRollCall } from "@/lib/attendance/queries/get-roll-call";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { listFacilitatedSessions } from "@/lib/attendance/queries/list-facilitated-sessions";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { PracticeProjectState } from "@/lib/db/generated/enums";
import { listFrameworksInUse } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { getTaughtCohortSheet } from "@/lib/lists/queries/get-taught-cohort-sheet";
import { getTaughtSessionSheet } from "@/lib/lists/queries/get-taught-session-sheet";
import {
  abandonProjectAction,
  agreeProjectAction,
  concludeProjectAction,
  editProjectAction,
  proposeProjectAction,
  startProjectAction,
} from "@/lib/portfolio/actions";
import { countProposedProjects } from "@/lib/portfolio/queries/count-proposed-projects";
import { getProject } from "@/lib/portfolio/queries/get-project";
import { listMyProjects } from "@/lib/portfolio/queries/list-my-projects";
import { makeAttendance, makeProject } from "../../factories/enrolments";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const facilitator = ["facilitator"] as const;
const rollCallers = ["facilitator", "staff", "colleagueStaff"] as const;
const text = { title: "Titel", task: "Opgave", usersInvolved: "", methodsUsed: "" };

const ownProject = ({ own }: World) => ({
  projectId: own.mine.project.id,
  version: String(own.mine.project.version),
});

/** The project of one of the own side's observed people, made on the first call. */
async function projectOf(client: PrismaClient, enrolmentId: string, state: PracticeProjectState) {
  const found = await client.practiceProject.findUnique({ where: { enrolmentId } });
  const { id, version } = found ?? (await makeProject(client, { enrolmentId, state }));
  return { projectId: id, version: String(version) };
}

export const actionRows: readonly ActionRow[] = [
  {
    action: recordAttendanceAction,
    input: ({ own }) => ({
      sessionId: own.sessions.held.id,
      entries: [{ enrolmentId: own.mine.enrolment.id, status: "present" }],
    }),
    allowed: rollCallers,
  },
  {
    action: makeUpAttendanceAction,
    input: async ({ own }, client) => {
      const entry = { sessionId: own.sessions.held.id, enrolmentId: own.mine.enrolment.id };
      await makeAttendance(client, { ...entry, recordedById: own.people.facilitator.id, status: "absent" });
      return { ...entry, evidence: "Skriftlig opgave" };
    },
    allowed: rollCallers,
  },
  {
    action: proposeProjectAction,
    input: ({ own }) => ({ enrolmentId: own.observed.draft.enrolment.id, ...text }),
    allowed: ["subject"],
    subject: ({ own }) => own.observed.draft.enrolment.personId,
  },
  {
    action: editProjectAction,
    input: (world) => ({ ...ownProject(world), ...text }),
    allowed: ["participant"],
  },
  { action: agreeProjectAction, input: ownProject, allowed: facilitator },
  {
    action: startProjectAction,
    input: ({ own }, client) => projectOf(client, own.observed.shared.enrolment.id, "agreed"),
    allowed: ["subject"],
    subject: ({ own }) => own.observed.shared.enrolment.personId,
  },
  {
    action: concludeProjectAction,
    input: async ({ own }, client) => ({
      ...(await projectOf(client, own.observed.submitted.enrolment.id, "active")),
      outcome: "Det virkede.",
    }),
    allowed: ["subject"],
    subject: ({ own }) => own.observed.submitted.enrolment.personId,
  },
  { action: abandonProjectAction, input: ownProject, allowed: ["participant"] },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "attendance/queries/get-roll-call",
    permission: "facilitation.view",
    call: (acting, { own }) => getRollCall(acting, own.sessions.held.id),
    allowed: facilitator,
  },
  {
    query: "attendance/queries/list-facilitated-sessions",
    permission: "facilitation.view",
    call: (acting) => listFacilitatedSessions(acting, "ahead", new Date()),
    allowed: facilitator,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.sessions.planned.id),
  },
  {
    query: "attendance/queries/list-facilitated-cohorts",
    permission: "facilitation.view",
    call: (acting) => listFacilitatedCohorts(acting),
    allowed: facilitator,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.id),
  },
  {
    query: "portfolio/queries/count-proposed-projects",
    permission: "facilitation.view",
    call: countProposedProjects,
    // A foreign facilitator gets a number too, of their own cohorts: tests/queries/attendance counts them.
    allowed: [...facilitator, "foreignFacilitator"],
  },
  {
    query: "lists/queries/get-taught-session-sheet",
    permission: "facilitation.view",
    call: async (acting) => written(await getTaughtSessionSheet(acting, "da", "ahead", new Date())),
    allowed: facilitator,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-taught-cohort-sheet",
    permission: "facilitation.view",
    call: async (acting) => written(await getTaughtCohortSheet(acting, "da")),
    allowed: facilitator,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "attendance/queries/get-facilitated-cohort",
    permission: "facilitation.view",
    call: (acting, { own }) => getFacilitatedCohort(acting, own.cohorts.running.id, new Date()),
    allowed: facilitator,
  },
  {
    query: "portfolio/queries/list-my-projects",
    permission: "my.view",
    call: (acting) => listMyProjects(acting),
    allowed: ["participant"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.mine.enrolment.id),
  },
  {
    query: "portfolio/queries/get-project",
    permission: "project.agree",
    call: (acting, { own }) => getProject(acting, own.mine.enrolment.id),
    allowed: facilitator,
  },
  {
    query: "portfolio/queries/get-project",
    permission: "my.view",
    call: (acting, { own }) => getProject(acting, own.mine.enrolment.id),
    allowed: ["participant"],
  },
  {
    query: "frameworks/queries/list-frameworks-in-use",
    permission: "framework.view",
    call: (acting) => listFrameworksInUse(acting, "da", new Date()),
    allowed: ["assessor", "colleagueAssessor", "certifier", "colleagueCertifier"],
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.framework.versionId),
  },
];
