import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  acceptOfferAction,
  advanceEntryAction,
  changeKeptSeatsAction,
  completeEnrolmentAction,
  keepSeatsAction,
  leaveCohortAction,
  pauseEnrolmentAction,
  refuseOfferAction,
  releaseSeatsAction,
  substituteParticipantAction,
  transferParticipantAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import { getCohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { getOffer } from "@/lib/enrolments/queries/get-offer";
import { getPlace } from "@/lib/enrolments/queries/get-place";
import { getQueuePlace } from "@/lib/enrolments/queries/get-queue-place";
import { listCohortEnrolments } from "@/lib/enrolments/queries/list-cohort-enrolments";
import { listMyPlaces } from "@/lib/enrolments/queries/list-my-places";
import { listOrganisationPeople } from "@/lib/enrolments/queries/list-organisation-people";
import { listSeatClasses } from "@/lib/enrolments/queries/list-seat-classes";
import { listSeatUsage } from "@/lib/enrolments/queries/list-seat-usage";
import { listTransferTargets } from "@/lib/enrolments/queries/list-transfer-targets";
import { listWaitlist } from "@/lib/enrolments/queries/list-waitlist";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";
import { keptSeat } from "./group-entries";

const staff = ["staff", "colleagueStaff"] as const;

async function seenEnrolment(world: World) {
  const { id } = world.own.mine.enrolment;
  const { version } = await database().enrolment.findUniqueOrThrow({ where: { id } });
  return { enrolmentId: id, version: String(version) };
}

async function seenClass(world: World, client: PrismaClient) {
  const id = await keptSeat(world, client);
  const { version } = await client.seatClass.findUniqueOrThrow({ where: { id } });
  return { seatClassId: id, version: String(version) };
}

async function waitingEntry(world: World) {
  return database().waitlistEntry.findUniqueOrThrow({
    where: { applicationId: world.own.applications.waitlisted.id },
  });
}

/** A share of an agreement for the own side's municipality, made once. */
async function allocation(world: World): Promise<string> {
  const organisationId = world.own.municipality.id;
  const there = await database().seatAllocation.findFirst({ where: { organisationId } });
  if (there) return there.id;
  const made = await database().agreement.create({
    data: {
      kind: "academy",
      title: "Akademi",
      providerId: world.own.provider.id,
      validFrom: new Date("2026-01-01"),
      partners: { create: { organisationId } },
      seatAllocations: { create: { organisationId, seats: 5 } },
    },
    select: { seatAllocations: { select: { id: true } } },
  });
  return made.seatAllocations[0]?.id ?? "";
}

const answer = (world: World) => ({ entryId: world.own.mine.offer.id });

export const actionRows: readonly ActionRow[] = [
  { action: acceptOfferAction, input: answer, allowed: ["participant"] },
  { action: refuseOfferAction, input: answer, allowed: ["participant"] },
  {
    action: leaveCohortAction,
    input: (world) => ({ enrolmentId: world.own.mine.enrolment.id, reason: "" }),
    allowed: ["participant"],
  },
  {
    action: withdrawEnrolmentAction,
    input: async (world) => ({ ...(await seenEnrolment(world)), reason: "Har skiftet job" }),
    allowed: staff,
  },
  { action: pauseEnrolmentAction, input: seenEnrolment, allowed: staff },
  {
    action: completeEnrolmentAction,
    input: async (world) => ({ ...(await seenEnrolment(world)), outcome: "completed", reason: "" }),
    allowed: staff,
  },
  {
    action: advanceEntryAction,
    input: async (world) => {
      const { id, version } = await waitingEntry(world);
      return { entryId: id, version: String(version), reason: "Fejl hos os ved optagelsen" };
    },
    allowed: staff,
  },
  {
    action: substituteParticipantAction,
    input: async (world) => ({
      ...(await seenEnrolment(world)),
      name: "Afløser Leder",
      email: "afloeser.leder@praksis.example",
      title: "Leder",
      reason: "",
    }),
    allowed: [...staff, "coordinator"],
  },
  {
    action: transferParticipantAction,
    input: async (world) => ({
      ...(await seenEnrolment(world)),
      targetId: world.own.cohorts.closed.id,
      reason: "",
    }),
    allowed: staff,
  },
  {
    action: keepSeatsAction,
    input: (world) => ({
      cohortId: world.own.cohorts.open.id,
      organisationId: world.foreign.municipality.id,
      trackId: "",
      seats: "1",
      releasesOn: "",
    }),
    allowed: staff,
  },
  {
    action: changeKeptSeatsAction,
    input: async (world, client) => ({ ...(await seenClass(world, client)), seats: "2", releasesOn: "" }),
    allowed: staff,
  },
  { action: releaseSeatsAction, input: seenClass, allowed: staff },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "enrolments/queries/get-place",
    permission: "enrolment.leave",
    call: (acting, world) => getPlace(acting, world.own.mine.enrolment.id, new Date()),
    allowed: ["participant"],
  },
  {
    query: "enrolments/queries/list-my-places",
    permission: "enrolment.leave",
    call: (acting) => listMyPlaces(acting),
    shows: (rows, world) => (rows as { id: string }[]).some((row) => row.id === world.own.mine.enrolment.id),
    allowed: ["participant"],
  },
  {
    query: "enrolments/queries/list-seat-classes",
    permission: "waitlist.manage",
    call: (acting, world) => listSeatClasses(acting, world.own.cohorts.open.id, new Date()),
    allowed: staff,
  },
  {
    query: "enrolments/queries/list-transfer-targets",
    permission: "enrolment.manage",
    call: (acting, world) => listTransferTargets(acting, world.own.cohorts.running.id, new Date()),
    allowed: staff,
  },
  {
    query: "enrolments/queries/get-cohort-seats",
    permission: "application.decide",
    call: (acting, world) => getCohortSeats(acting, world.own.cohorts.open.id, new Date()),
    allowed: staff,
  },
  {
    query: "enrolments/queries/get-offer",
    permission: "offer.answer",
    call: (acting, world) => getOffer(acting, world.own.mine.offer.id, new Date()),
    allowed: ["participant"],
  },
  {
    query: "enrolments/queries/get-queue-place",
    permission: "application.write",
    call: async (acting, world) =>
      (await getQueuePlace(acting, (await waitingEntry(world)).id, new Date())).place,
    allowed: ["subject"],
    subject: (world) => world.own.applications.waitlisted.personId,
  },
  {
    query: "enrolments/queries/list-cohort-enrolments",
    permission: "enrolment.manage",
    call: (acting, world) => listCohortEnrolments(acting, world.own.cohorts.running.id, new Date()),
    allowed: staff,
  },
  {
    query: "enrolments/queries/list-organisation-people",
    permission: "organisation.view",
    call: (acting) => listOrganisationPeople(acting),
    shows: (rows, world) => (rows as { id: string }[]).some((row) => row.id === world.own.mine.enrolment.id),
    allowed: ["coordinator"],
  },
  {
    query: "enrolments/queries/list-seat-usage",
    permission: "organisation.view",
    call: async (acting, world) => {
      const id = await allocation(world);
      return (await listSeatUsage(acting)).filter((row) => row.id === id);
    },
    allowed: ["coordinator"],
  },
  {
    query: "enrolments/queries/list-waitlist",
    permission: "waitlist.manage",
    call: async (acting, world) =>
      (await listWaitlist(acting, world.own.cohorts.full.id, new Date())).offered,
    allowed: staff,
  },
];
