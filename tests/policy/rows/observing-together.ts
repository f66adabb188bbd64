import type { PrismaClient } from "@/lib/db/generated/client";
import {
  acceptAgreementAction,
  inviteSecondAction,
  proposeAgreementAction,
  releaseSecondAction,
  writeJointAction,
} from "@/lib/observations/pair-actions";
import { getPair } from "@/lib/observations/queries/get-pair";
import { getSelfAssessment } from "@/lib/observations/queries/get-self-assessment";
import { listFreeAssessors } from "@/lib/observations/queries/list-free-assessors";
import {
  assessOneselfAction,
  declineTimesAction,
  handOverVisitAction,
  offerOtherTimesAction,
  offerTimesAction,
  pickTimeAction,
} from "@/lib/observations/visit-actions";
import { makeEnrolment } from "../../factories/enrolments";
import { makeVisit } from "../../factories/observations";
import { makePair } from "../../factories/pairs";
import { inDays } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const assessors = ["assessor", "colleagueAssessor"] as const;
const assessor = ["assessor"] as const;
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);
let made = 0;

/** A participation of its own on the own running cohort: each call may book a visit there. */
async function placeOf({ own }: World, client: PrismaClient): Promise<string> {
  const { id } = await makeEnrolment(client, { cohortId: own.cohorts.running.id });
  return id;
}

/** A visit at a time of its own, by the own assessor, to the participant or to somebody else. */
async function visitOf(
  world: World,
  client: PrismaClient,
  state: "booked" | "proposed",
  enrolmentId?: string,
) {
  made += 1;
  return makeVisit(client, {
    enrolmentId: enrolmentId ?? (await placeOf(world, client)),
    assessorId: world.own.people.assessor.id,
    state,
    startsAt: inDays(100 + made),
  });
}

const ofVisit = (visit: { readonly id: string; readonly version: number }) => ({
  visitId: visit.id,
  version: String(visit.version),
});

/** A pair of the own two assessors that compares, with or without what is agreed on its last criterion. */
const pairOf = (world: World, client: PrismaClient, agreement: "none" | "proposed" | "accepted") =>
  makePair(client, {
    cohortId: world.own.cohorts.running.id,
    leadId: world.own.people.assessor.id,
    secondId: world.own.people.colleague.assessor.id,
    criteria: world.own.framework.criteria,
    agreement,
  });

const offer = () => {
  made += 1;
  return {
    slots: [{ day: dayIn(200 + made), from: "09:00", to: "11:00" }],
    place: "Rådhuset",
    travelMinutes: "30",
  };
};

export const actionRows: readonly ActionRow[] = [
  {
    action: handOverVisitAction,
    input: async (world, client) => ({
      ...ofVisit(await visitOf(world, client, "booked")),
      toId: world.own.people.colleague.assessor.id,
    }),
    allowed: assessor,
  },
  {
    action: inviteSecondAction,
    input: async (world, client) => ({
      ...ofVisit(await visitOf(world, client, "booked")),
      secondId: world.own.people.colleague.assessor.id,
    }),
    allowed: assessor,
  },
  {
    action: releaseSecondAction,
    input: async (world, client) => {
      const visit = await visitOf(world, client, "booked");
      const [leadId, secondId] = [world.own.people.assessor.id, world.own.people.colleague.assessor.id];
      await client.observationPair.create({ data: { visitId: visit.id, leadId, secondId } });
      return ofVisit(visit);
    },
    allowed: assessor,
    refusedAs: { colleagueAssessor: "notAllowed" },
  },
  {
    action: proposeAgreementAction,
    input: async (world, client) => {
      const { id, criterionId } = await pairOf(world, client, "none");
      return { pairId: id, criterionId, rating: "partly", reason: "Set én gang" };
    },
    allowed: assessors,
  },
  {
    action: acceptAgreementAction,
    input: async (world, client) => {
      const { id, criterionId } = await pairOf(world, client, "proposed");
      return { pairId: id, criterionId };
    },
    allowed: ["colleagueAssessor"],
    refusedAs: { assessor: "pair.byTwo" },
  },
  {
    action: writeJointAction,
    input: async (world, client) => ({ pairId: (await pairOf(world, client, "accepted")).id }),
    allowed: assessor,
  },
  {
    action: offerTimesAction,
    input: async (world, client) => ({ enrolmentId: await placeOf(world, client), ...offer() }),
    allowed: assessors,
  },
  {
    action: offerOtherTimesAction,
    input: async (world, client) => ({ ...ofVisit(await visitOf(world, client, "proposed")), ...offer() }),
    allowed: assessor,
  },
  {
    action: pickTimeAction,
    input: async (world, client) => {
      const visit = await visitOf(world, client, "proposed", world.own.mine.enrolment.id);
      const { startsAt, endsAt } = visit;
      const slot = await client.visitSlot.create({ data: { visitId: visit.id, startsAt, endsAt } });
      return { ...ofVisit(visit), slotId: slot.id };
    },
    allowed: ["participant"],
  },
  {
    action: declineTimesAction,
    input: async (world, client) => ({
      ...ofVisit(await visitOf(world, client, "proposed", world.own.mine.enrolment.id)),
      note: "Torsdage passer",
    }),
    allowed: ["participant"],
  },
  {
    action: assessOneselfAction,
    input: async ({ own }, client) => {
      made += 1;
      const visit = await makeVisit(client, {
        enrolmentId: own.mine.enrolment.id,
        assessorId: own.people.assessor.id,
        startsAt: inDays(-100 - made),
      });
      return { visitId: visit.id, text: "Jeg spurgte mere, end jeg plejer." };
    },
    allowed: ["participant"],
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "observations/queries/get-pair",
    permission: "assessment.view",
    call: (acting, { own }) => getPair(acting, own.pair.id, "da"),
    allowed: assessors,
  },
  {
    query: "observations/queries/get-self-assessment",
    permission: "my.view",
    call: (acting, { own }) => getSelfAssessment(acting, own.mine.visit.id, "da", new Date()),
    allowed: ["participant"],
  },
  {
    query: "observations/queries/list-free-assessors",
    permission: "assessment.view",
    call: (acting, { own }) => listFreeAssessors(acting, own.mine.enrolment.id, new Date()),
    allowed: assessors,
  },
];
