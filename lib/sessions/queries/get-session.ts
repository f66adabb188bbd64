import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CohortState, SessionFormat, SessionState } from "@/lib/db/generated/enums";
import { obligationsSelect } from "../facts/obligations";
import type { ObligationRow } from "../rules/obligations";
import { wallTimeIn } from "../rules/times";

/** A session as its provider's staff edit it. `startsLocal` is a wall time `2026-05-13T09:00`. */
export type SessionDetail = {
  readonly id: string;
  readonly cohortId: string;
  readonly version: number;
  readonly state: SessionState;
  readonly theme: string;
  readonly description: string;
  readonly format: SessionFormat;
  readonly contentOpen: boolean;
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly roomId: string | null;
  readonly place: string;
  readonly link: string;
  readonly sequence: number;
  readonly facilitatorIds: readonly string[];
  readonly obligations: readonly ObligationRow[];
  readonly cohortState: CohortState;
};

/** One session within reach; null where there is none for the acting person. */
export async function getSession(acting: Acting, sessionId: string): Promise<SessionDetail | null> {
  const row = await database().session.findFirst({
    where: { AND: [{ id: sessionId }, visibleSessions(acting)] },
    select: {
      id: true,
      cohortId: true,
      version: true,
      state: true,
      theme: true,
      description: true,
      format: true,
      contentOpen: true,
      startsLocal: true,
      endsLocal: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      roomId: true,
      place: true,
      link: true,
      sequence: true,
      facilitators: { select: { personId: true } },
      obligations: obligationsSelect,
      cohort: { select: { state: true } },
    },
  });
  if (!row) return null;
  const { facilitators, cohort, startsLocal, endsLocal, place, link, ...session } = row;
  return {
    ...session,
    startsLocal: wallTimeIn(startsLocal),
    endsLocal: wallTimeIn(endsLocal),
    place: place ?? "",
    link: link ?? "",
    facilitatorIds: facilitators.map((each) => each.personId),
    cohortState: cohort.state,
  };
}
