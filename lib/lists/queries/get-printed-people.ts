import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import { EXPECTED } from "@/lib/enrolments/rules/transitions";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { obligationFor } from "@/lib/sessions/rules/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";

/** A cohort's people for paper, and the session they are to sign for. */
export type PrintedPeople = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly programme: string;
  readonly provider: string;
  readonly session: {
    readonly theme: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly timeZone: string;
    readonly place: string;
  } | null;
  readonly people: readonly {
    readonly name: string;
    readonly title: string;
    readonly organisation: string;
    /** Null for who facilitates. */
    readonly role: ParticipantRole | null;
  }[];
};

const sessionSelect = {
  id: true,
  theme: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
  obligations: obligationsSelect,
} as const;

const named = { select: { name: true } } as const;

function read(acting: Acting, cohortId: string, now: Date) {
  return database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      id: true,
      name: true,
      programmeVersion: {
        select: {
          title: true,
          programme: {
            select: {
              provider: {
                select: {
                  names: {
                    where: { OR: [{ validTo: null }, { validTo: { gt: now } }] },
                    orderBy: { validFrom: "desc" },
                    take: 1,
                    select: { name: true },
                  },
                },
              },
            },
          },
        },
      },
      facilitators: { select: { person: named }, orderBy: { person: { name: "asc" } } },
      enrolments: {
        where: { state: { in: [...EXPECTED] } },
        orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
        select: { title: true, organisationName: true, participantRole: true, trackId: true, person: named },
      },
      sessions: {
        where: { state: { in: ["planned", "confirmed", "held"] } },
        orderBy: { startsAt: "asc" },
        select: sessionSelect,
      },
    },
  });
}

/**
 * Who has a place on a cohort now, by name, with those who teach it at the end. With a session (`sessionId`, or the next one where it is
 * empty) those are left out whom it does not expect. Null where there is no such cohort, or session, for the acting person.
 */
export async function getPrintedPeople(
  acting: Acting,
  cohortId: string,
  sessionId: string | null,
  now: Date,
): Promise<PrintedPeople | null> {
  const cohort = await read(acting, cohortId, now);
  if (!cohort) return null;
  const next = cohort.sessions.find(({ endsAt }) => endsAt > now) ?? cohort.sessions.at(-1);
  const session = sessionId ? cohort.sessions.find(({ id }) => id === sessionId) : next;
  if (sessionId && !session) return null;
  const rows = sessionId === null || !session ? [] : session.obligations;
  const expected = cohort.enrolments.filter((each) => obligationFor(rows, each) !== "not_expected");
  const { title, programme } = cohort.programmeVersion;
  const provider = programme.provider.names[0]?.name ?? "";
  return {
    cohortId: cohort.id,
    cohort: cohort.name,
    programme: title,
    provider,
    session: session ? { ...session, place: whereabouts(session) } : null,
    people: [
      ...expected.map((each) => ({
        name: each.person.name,
        title: each.title,
        organisation: each.organisationName,
        role: each.participantRole,
      })),
      ...cohort.facilitators.map(({ person }) => ({
        name: person.name,
        title: "",
        organisation: provider,
        role: null,
      })),
    ],
  };
}
