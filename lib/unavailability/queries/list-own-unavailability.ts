import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** A period that the acting person has said, with the sessions they are put on in it. */
export type OwnUnavailability = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly note: string;
  readonly sessions: readonly {
    readonly id: string;
    readonly theme: string;
    readonly cohort: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly timeZone: string;
  }[];
};

/** The acting person's own periods that are not over at `now`, earliest first, with what is planned in them all the same. */
export async function listOwnUnavailability(acting: Acting, now: Date): Promise<OwnUnavailability[]> {
  const personId = personOf(acting);
  const [periods, sessions] = await Promise.all([
    database().unavailability.findMany({
      where: { personId, endsAt: { gt: now } },
      select: { id: true, startsAt: true, endsAt: true, timeZone: true, note: true },
      orderBy: { startsAt: "asc" },
    }),
    database().session.findMany({
      where: {
        facilitators: { some: { personId } },
        state: { in: ["planned", "confirmed"] },
        endsAt: { gt: now },
      },
      select: {
        id: true,
        theme: true,
        startsAt: true,
        endsAt: true,
        timeZone: true,
        cohort: { select: { name: true } },
      },
      orderBy: { startsAt: "asc" },
    }),
  ]);
  return periods.map((period) => ({
    ...period,
    sessions: sessions
      .filter((session) => session.startsAt < period.endsAt && period.startsAt < session.endsAt)
      .map(({ cohort, ...session }) => ({ ...session, cohort: cohort.name })),
  }));
}
