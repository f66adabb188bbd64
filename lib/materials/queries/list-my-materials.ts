import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { MaterialPhase } from "@/lib/db/generated/enums";
import { SEATED } from "@/lib/enrolments/rules/transitions";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { obligationFor } from "@/lib/sessions/rules/obligations";
import { type Material, materialSelect } from "../facts/material";
import { isShownToParticipants } from "../rules/showing";

/** What somebody gets to read and use on one cohort: the programme's own, and with each session that is theirs. */
export type MyMaterials = {
  readonly enrolmentId: string;
  readonly programme: string;
  readonly cohort: string;
  readonly general: readonly Material[];
  readonly sessions: readonly {
    readonly id: string;
    readonly theme: string;
    readonly startsAt: Date;
    readonly timeZone: string;
    readonly materials: readonly (Material & { readonly phase: MaterialPhase })[];
  }[];
};

/** The acting person's own materials at `now` on every cohort they are on, the latest cohort first. */
export async function listMyMaterials(acting: Acting, now: Date): Promise<MyMaterials[]> {
  const rows = await database().enrolment.findMany({
    where: {
      AND: [
        {
          personId: personOf(acting),
          state: { in: [...SEATED] },
        },
        visibleEnrolments(acting),
      ],
    },
    select: {
      id: true,
      participantRole: true,
      trackId: true,
      cohort: {
        select: {
          name: true,
          programmeVersion: {
            select: { title: true, materials: { select: materialSelect, orderBy: { position: "asc" } } },
          },
          sessions: {
            where: { state: { not: "cancelled" }, materials: { some: {} } },
            select: {
              id: true,
              theme: true,
              startsAt: true,
              endsAt: true,
              timeZone: true,
              obligations: obligationsSelect,
              materials: { select: { ...materialSelect, phase: true }, orderBy: { createdAt: "asc" } },
            },
            orderBy: { startsAt: "asc" },
          },
        },
      },
    },
    orderBy: { cohort: { startsOn: "desc" } },
  });
  return rows.map(({ id, cohort, ...attendee }) => ({
    enrolmentId: id,
    programme: cohort.programmeVersion.title,
    cohort: cohort.name,
    general: cohort.programmeVersion.materials,
    sessions: cohort.sessions
      .filter(({ obligations }) => obligationFor(obligations, attendee) !== "not_expected")
      .map(({ obligations: _, endsAt, materials, ...session }) => ({
        ...session,
        materials: materials.filter(({ phase }) => isShownToParticipants(phase, endsAt, now)),
      }))
      .filter(({ materials }) => materials.length > 0),
  }));
}
