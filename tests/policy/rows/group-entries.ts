import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  addRowAction,
  changeRowAction,
  discardEntryAction,
  nameForSeatAction,
  removeRowAction,
  startEntryAction,
  submitEntryAction,
} from "@/lib/group-entries/actions";
import { getGroupEntry } from "@/lib/group-entries/queries/get-group-entry";
import { listCohortsToEnter } from "@/lib/group-entries/queries/list-cohorts-to-enter";
import { listEnteredApplications } from "@/lib/group-entries/queries/list-entered-applications";
import { listGroupEntries } from "@/lib/group-entries/queries/list-group-entries";
import { listOwnSeats } from "@/lib/group-entries/queries/list-own-seats";
import { getEnteredApplicationSheet } from "@/lib/lists/queries/get-entered-application-sheet";
import { getGroupEntrySheet } from "@/lib/lists/queries/get-group-entry-sheet";
import { getKeptSeatSheet } from "@/lib/lists/queries/get-kept-seat-sheet";
import type { World } from "../../factories/world";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const coordinator = ["coordinator"] as const;
const row = { name: "Ny Leder", title: "Leder", role: "leder" };

/** A track of the own side's programme. */
const trackOf = ({ own }: World, client: PrismaClient) =>
  client.track.findFirstOrThrow({
    where: { programmeVersionId: own.programme.versionId },
    select: { id: true, name: true },
  });

/** A list of the own side's municipality with one row. */
async function list(world: World, client: PrismaClient) {
  const found = await client.groupEntry.findFirst({
    where: { organisationId: world.own.municipality.id, cohortId: world.own.cohorts.open.id },
    select: { id: true, rows: { select: { id: true } } },
  });
  const made =
    found ??
    (await client.groupEntry.create({
      data: {
        cohortId: world.own.cohorts.open.id,
        organisationId: world.own.municipality.id,
        createdById: world.own.people.coordinator.id,
        rows: {
          create: {
            line: 1,
            email: "ny.leder@praksis.example",
            track: (await trackOf(world, client)).name,
            ...row,
          },
        },
      },
      select: { id: true, rows: { select: { id: true } } },
    }));
  return { groupEntryId: made.id, rowId: made.rows[0]?.id ?? "" };
}

/** A seat kept for the own side's municipality. */
export async function keptSeat(world: World, client: PrismaClient): Promise<string> {
  const cohortId = world.own.cohorts.closed.id;
  const organisationId = world.own.municipality.id;
  const found = await client.seatClass.findFirst({ where: { cohortId, organisationId, releasedAt: null } });
  if (found) return found.id;
  const { id } = await client.seatClass.create({ data: { cohortId, organisationId } });
  await client.keptSeat.create({ data: { cohortId, number: 60, seatClassId: id } });
  return id;
}

export const actionRows: readonly ActionRow[] = [
  {
    action: startEntryAction,
    input: (world) => ({
      cohortId: world.own.cohorts.open.id,
      organisationId: world.own.municipality.id,
    }),
    allowed: coordinator,
  },
  {
    action: addRowAction,
    input: async (world, client) => ({
      groupEntryId: (await list(world, client)).groupEntryId,
      email: "anden@praksis.example",
      track: "",
      ...row,
    }),
    allowed: coordinator,
  },
  {
    action: changeRowAction,
    input: async (world, client) => ({
      ...(await list(world, client)),
      email: "ny.leder@praksis.example",
      track: (await trackOf(world, client)).name,
      ...row,
    }),
    allowed: coordinator,
  },
  { action: removeRowAction, input: list, allowed: coordinator },
  {
    action: discardEntryAction,
    input: async (world, client) => ({ groupEntryId: (await list(world, client)).groupEntryId }),
    allowed: coordinator,
  },
  {
    action: submitEntryAction,
    input: async (world, client) => ({
      groupEntryId: (await list(world, client)).groupEntryId,
      motivation: "De skal lede vores nye indsats",
      payerGln: "",
      payerReference: "REK-7",
    }),
    allowed: coordinator,
  },
  {
    action: nameForSeatAction,
    input: async (world, client) => ({
      seatClassId: await keptSeat(world, client),
      name: "Udpeget Leder",
      email: "udpeget.leder@praksis.example",
      title: "Leder",
      role: "manager",
      trackId: (await trackOf(world, client)).id,
    }),
    allowed: coordinator,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "lists/queries/get-group-entry-sheet",
    permission: "organisation.enrol",
    call: async (acting, world) =>
      getGroupEntrySheet(acting, (await list(world, database())).groupEntryId, "da", new Date()),
    allowed: coordinator,
  },
  {
    query: "lists/queries/get-kept-seat-sheet",
    permission: "waitlist.manage",
    call: async (acting, world) => {
      await keptSeat(world, database());
      return getKeptSeatSheet(acting, world.own.cohorts.closed.id, "da", new Date());
    },
    allowed: ["staff", "colleagueStaff"],
  },
  {
    query: "group-entries/queries/get-group-entry",
    permission: "organisation.enrol",
    call: async (acting, world) =>
      getGroupEntry(acting, (await list(world, database())).groupEntryId, new Date()),
    allowed: coordinator,
  },
  {
    query: "group-entries/queries/list-cohorts-to-enter",
    permission: "organisation.enrol",
    call: (acting) => listCohortsToEnter(acting, new Date()),
    shows: (answer, world) =>
      (answer as { organisations: { id: string }[] }).organisations.some(
        (each) => each.id === world.own.municipality.id,
      ),
    allowed: coordinator,
  },
  {
    query: "group-entries/queries/list-entered-applications",
    permission: "organisation.enrol",
    call: async (acting) => (await listEnteredApplications(acting, 1)).rows,
    shows: (rows, world) =>
      (rows as { id: string }[]).some((each) => each.id === world.own.mine.application.id),
    allowed: coordinator,
  },
  {
    query: "lists/queries/get-entered-application-sheet",
    permission: "organisation.enrol",
    call: async (acting) => written(await getEnteredApplicationSheet(acting, "da")),
    allowed: coordinator,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cohorts.open.name),
  },
  {
    query: "group-entries/queries/list-group-entries",
    permission: "organisation.enrol",
    call: async (acting, world) => {
      const { groupEntryId } = await list(world, database());
      return (await listGroupEntries(acting)).filter((each) => each.id === groupEntryId);
    },
    allowed: coordinator,
  },
  {
    query: "group-entries/queries/list-own-seats",
    permission: "organisation.enrol",
    call: async (acting, world) => {
      const id = await keptSeat(world, database());
      return (await listOwnSeats(acting, new Date())).filter((each) => each.id === id);
    },
    allowed: coordinator,
  },
];
