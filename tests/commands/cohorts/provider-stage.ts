import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCohort } from "../../factories/cohorts";
import { makeOrganisation } from "../../factories/organisations";
import { makePersonInRole } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";

/** A provider with staff, two facilitators, a published programme and a draft cohort, whose days lie a year ahead. */
export async function makeProviderStage(client: PrismaClient) {
  const provider = await makeOrganisation(client, { kind: "provider" });
  const staff = await makePersonInRole(client, "staff", provider.id);
  const facilitators = [
    await makePersonInRole(client, "facilitator", provider.id),
    await makePersonInRole(client, "facilitator", provider.id),
  ] as const;
  const programme = await makeProgramme(client, { providerId: provider.id });
  const venue = await client.venue.create({
    data: {
      providerId: provider.id,
      name: "Læringshuset",
      address: "Åbredden 14",
      city: "Odense",
      rooms: { create: [{ name: "Atriet" }, { name: "Værkstedet" }] },
    },
    select: { rooms: { select: { id: true }, orderBy: { name: "asc" } } },
  });
  const actor = await actorOf(client, staff.id);
  return { provider, staff, actor, facilitators, programme, roomId: venue.rooms[0]?.id ?? "" };
}

export type ProviderStage = Awaited<ReturnType<typeof makeProviderStage>>;

/** A cohort of the stage from May to October next year, taught by both facilitators. */
export function stageCohort(
  client: PrismaClient,
  stage: ProviderStage,
  options: Partial<Parameters<typeof makeCohort>[1]> = {},
) {
  return makeCohort(client, {
    programmeVersionId: stage.programme.versionId,
    state: "draft",
    startsOn: new Date("2031-05-01"),
    endsOn: new Date("2031-11-30"),
    applicationDeadline: new Date("2031-04-01T21:59:59.999Z"),
    facilitatorIds: stage.facilitators.map((person) => person.id),
    ...options,
  });
}

/** What an action says to `values`: `done`, or the code of its refusal. */
export async function said(
  client: PrismaClient,
  action: AnyAction,
  actor: Actor,
  values: Record<string, unknown>,
): Promise<string> {
  return word(await call(client, action, actor, values, randomUUID()));
}

/** Values of a session's form: a course day in May. */
export const sessionValues = {
  theme: "Tema",
  description: "",
  format: "course_day",
  day: "2031-05-14",
  from: "09:00",
  to: "16:00",
  roomId: "",
  place: "Odense",
  link: "",
  facilitatorIds: [] as string[],
};
