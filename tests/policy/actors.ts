import { type Actor, anonymous } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../factories/sign-in";
import type { Side, World } from "../factories/world";
import type { ActionRow } from "./row";

/** Everybody who tries everything. `colleague…` is of the same organisation, `foreign…` of another. */
export const actorNames = [
  "nobody",
  "stranger",
  "subject",
  "participant",
  "colleagueParticipant",
  "facilitator",
  "colleagueFacilitator",
  "staff",
  "colleagueStaff",
  "assessor",
  "colleagueAssessor",
  "certifier",
  "colleagueCertifier",
  "coordinator",
  "admin",
  "foreignParticipant",
  "foreignFacilitator",
  "foreignStaff",
  "foreignAssessor",
  "foreignCertifier",
  "foreignCoordinator",
  "foreignAdmin",
] as const;

export type ActorName = (typeof actorNames)[number];

/** Everybody signed in. */
export const everyPerson: readonly ActorName[] = actorNames.filter(
  (name) => name !== "nobody" && name !== "subject",
);
/** Everybody. */
export const everybody: readonly ActorName[] = ["nobody", ...everyPerson];

function peopleOf(side: Side): Partial<Record<ActorName, string>> {
  const { participant, facilitator, staff, assessor, certifier, coordinator, admin, colleague } = side.people;
  return {
    participant: participant.id,
    colleagueParticipant: colleague.participant.id,
    facilitator: facilitator.id,
    colleagueFacilitator: colleague.facilitator.id,
    staff: staff.id,
    colleagueStaff: colleague.staff.id,
    assessor: assessor.id,
    colleagueAssessor: colleague.assessor.id,
    certifier: certifier.id,
    colleagueCertifier: colleague.certifier.id,
    coordinator: coordinator.id,
    admin: admin.id,
  };
}

/** The identifiers of the world's people; `nobody` has none, and `subject` is the row's own. */
function idsOf(world: World): Partial<Record<ActorName, string>> {
  const { participant, facilitator, staff, assessor, certifier, coordinator, admin } = world.foreign.people;
  return {
    stranger: world.stranger.id,
    ...peopleOf(world.own),
    foreignParticipant: participant.id,
    foreignFacilitator: facilitator.id,
    foreignStaff: staff.id,
    foreignAssessor: assessor.id,
    foreignCertifier: certifier.id,
    foreignCoordinator: coordinator.id,
    foreignAdmin: admin.id,
  };
}

/** The world's people as a request would see them, `nobody` included and `subject` left to the row. */
export async function actorsOf(client: PrismaClient, world: World): Promise<Map<ActorName, Actor>> {
  const ids = idsOf(world);
  const actors = new Map<ActorName, Actor>([["nobody", anonymous]]);
  for (const name of actorNames) {
    const id = ids[name];
    if (id) actors.set(name, await actorOf(client, id));
  }
  return actors;
}

/** Somebody who may carry the row's action out. */
export async function allowedActor(client: PrismaClient, world: World, row: ActionRow): Promise<Actor> {
  const [name] = row.allowed;
  if (name === "nobody") return anonymous;
  const id = name === "subject" ? row.subject?.(world) : name && idsOf(world)[name];
  if (!id) throw new Error(`${row.action.definition.name}: ${name ?? "nobody"} is not in the world`);
  return actorOf(client, id);
}
