import type { PrismaClient } from "@/lib/db/generated/client";
import { getAssessmentQueueSheet } from "@/lib/lists/queries/get-assessment-queue-sheet";
import { getObservationSheet } from "@/lib/lists/queries/get-observation-sheet";
import { getVisitSheet } from "@/lib/lists/queries/get-visit-sheet";
import {
  amendObservationAction,
  bookVisitAction,
  cancelVisitAction,
  confirmVisitAction,
  declareConflictAction,
  markVisitDoneAction,
  markVisitMissedAction,
  moveVisitAction,
  prepareVisitAction,
  respondToObservationAction,
  resumeObservationAction,
  returnObservationAction,
  saveObservationDraftAction,
  shareObservationAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { getAssessedParticipant } from "@/lib/observations/queries/get-assessed-participant";
import { getEvidence } from "@/lib/observations/queries/get-evidence";
import { getObservation } from "@/lib/observations/queries/get-observation";
import { getVisit } from "@/lib/observations/queries/get-visit";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import { listObservationPage, listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";
import { makeVisit } from "../../factories/observations";
import { inDays } from "../../factories/unique";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const assessors = ["assessor", "colleagueAssessor"] as const;
const assessor = ["assessor"] as const;

const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);
const times = { day: dayIn(30), from: "09:00", to: "11:00", place: "Rådhuset" };
const enrolmentOf = ({ own }: World) => own.mine.enrolment.id;
const ownVisit = ({ own }: World) => ({
  visitId: own.mine.visit.id,
  version: String(own.mine.visit.version),
});

let made = 0;

/** A visit of the assessor's that began an hour ago, or one that was asked for; each at a time of its own. */
async function visitOfItsOwn({ own }: World, client: PrismaClient, kind: "begun" | "requested") {
  made += 1;
  const visit = await makeVisit(client, {
    enrolmentId: own.observed.draft.enrolment.id,
    assessorId: own.people.assessor.id,
    state: kind === "begun" ? "booked" : "requested",
    startsAt: inDays(kind === "begun" ? -40 - made : 40 + made),
  });
  return { visitId: visit.id, version: String(visit.version) };
}

type State = keyof World["own"]["observed"];

/** The own side's observation in this state, as its forms name it. */
const observed =
  (state: State, more: Record<string, unknown> = {}) =>
  ({ own }: World) => {
    const { id, version } = own.observed[state].observation;
    return { observationId: id, version: String(version), ...more };
  };
/** The own side's locked observation; what another may read of it is nothing. */
const locked = ({ own }: World) => own.observed.locked;

export const actionRows: readonly ActionRow[] = [
  {
    action: declareConflictAction,
    input: (world) => ({ enrolmentId: enrolmentOf(world), outcome: "clear", ground: "Ingen forbindelse" }),
    allowed: assessors,
  },
  {
    action: bookVisitAction,
    input: (world) => ({ enrolmentId: enrolmentOf(world), ...times }),
    allowed: assessors,
  },
  {
    action: confirmVisitAction,
    input: (world, client) => visitOfItsOwn(world, client, "requested"),
    allowed: assessor,
  },
  { action: moveVisitAction, input: (world) => ({ ...ownVisit(world), ...times }), allowed: assessor },
  {
    action: cancelVisitAction,
    input: (world) => ({ ...ownVisit(world), reason: "Sygdom" }),
    allowed: assessor,
  },
  {
    action: markVisitDoneAction,
    input: (world, client) => visitOfItsOwn(world, client, "begun"),
    allowed: assessor,
  },
  {
    action: markVisitMissedAction,
    input: (world, client) => visitOfItsOwn(world, client, "begun"),
    allowed: assessor,
  },
  {
    action: prepareVisitAction,
    input: (world) => ({ ...ownVisit(world), situation: "Tavlemøde", aim: "", othersInRoom: "" }),
    allowed: ["participant"],
  },
  {
    action: startObservationAction,
    input: async (world, client) => ({ visitId: (await visitOfItsOwn(world, client, "begun")).visitId }),
    allowed: assessor,
  },
  {
    action: saveObservationDraftAction,
    input: observed("draft", { observedOn: dayIn(-1), situation: "Møde", seen: "Set", interpreted: "" }),
    allowed: assessor,
  },
  { action: submitObservationAction, input: observed("draft"), allowed: assessor },
  {
    action: returnObservationAction,
    input: observed("submitted", { reason: "Skriv mere" }),
    allowed: ["assessor", "certifier", "colleagueCertifier"],
  },
  { action: resumeObservationAction, input: observed("returned"), allowed: assessor },
  { action: shareObservationAction, input: observed("submitted"), allowed: assessor },
  {
    action: respondToObservationAction,
    input: observed("shared", { response: "Jeg kan genkende det." }),
    allowed: ["subject"],
    subject: ({ own }) => own.observed.shared.enrolment.personId,
  },
  {
    action: amendObservationAction,
    input: (world) => ({ observationId: locked(world).observation.id, reason: "Forkert dag" }),
    allowed: assessor,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "observations/queries/list-assessment-queue",
    permission: "assessment.view",
    call: (acting) => listAssessmentQueue(acting, new Date()),
    allowed: assessors,
    shows: (answer, world) => JSON.stringify(answer).includes(enrolmentOf(world)),
  },
  {
    query: "lists/queries/get-assessment-queue-sheet",
    permission: "assessment.view",
    call: (acting) => getAssessmentQueueSheet(acting, "da", new Date()),
    allowed: assessors,
    shows: (answer) => JSON.stringify(answer).includes("Egen Deltager"),
  },
  {
    query: "observations/queries/get-assessed-participant",
    permission: "assessment.view",
    call: (acting, world) => getAssessedParticipant(acting, enrolmentOf(world), new Date()),
    allowed: assessors,
  },
  {
    query: "observations/queries/get-evidence",
    permission: "assessment.view",
    call: async (acting, world) => {
      const evidence = await getEvidence(acting, locked(world).enrolment.id, "da", new Date());
      return evidence?.matrix.occasions ?? [];
    },
    allowed: assessor,
  },
  {
    query: "observations/queries/list-observations",
    permission: "assessment.view",
    call: (acting, world) => listObservations(acting, { enrolmentId: locked(world).enrolment.id }),
    allowed: assessor,
  },
  {
    query: "observations/queries/list-observations",
    permission: "assessment.view",
    call: async (acting) => (await listObservationPage(acting, 1)).rows,
    allowed: assessor,
    shows: (answer, world) => JSON.stringify(answer).includes(locked(world).observation.id),
  },
  {
    query: "lists/queries/get-observation-sheet",
    permission: "assessment.view",
    call: async (acting) => written(await getObservationSheet(acting, "da")),
    allowed: assessors,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.running.name),
  },
  {
    query: "lists/queries/get-visit-sheet",
    permission: "assessment.view",
    call: async (acting) => written(await getVisitSheet(acting, "da", "ahead")),
    allowed: assessor,
    shows: (answer) => JSON.stringify(answer).includes("Egen Deltager"),
  },
  {
    query: "observations/queries/list-observations",
    permission: "certification.view",
    call: (acting, world) => listObservations(acting, { enrolmentId: locked(world).enrolment.id }),
    allowed: ["certifier", "colleagueCertifier"],
  },
  {
    query: "observations/queries/get-observation",
    permission: "assessment.view",
    call: (acting, world) => getObservation(acting, locked(world).observation.id, "da", new Date()),
    allowed: assessor,
  },
  {
    query: "observations/queries/get-observation",
    permission: "my.view",
    call: (acting, world) => getObservation(acting, locked(world).observation.id, "da", new Date()),
    allowed: ["subject"],
    subject: (world) => locked(world).enrolment.personId,
  },
  {
    query: "observations/queries/list-visits",
    permission: "assessment.view",
    call: (acting, world) => listVisits(acting, { enrolmentId: enrolmentOf(world) }),
    allowed: assessor,
  },
  {
    query: "observations/queries/get-visit",
    permission: "assessment.view",
    call: (acting, { own }) => getVisit(acting, own.mine.visit.id),
    allowed: assessor,
  },
  {
    query: "observations/queries/get-visit",
    permission: "my.view",
    call: (acting, { own }) => getVisit(acting, own.mine.visit.id),
    allowed: ["participant"],
  },
];
