import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleVisits } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { ownObservation, type VisitItem } from "./list-visits";

const visitSelect = {
  id: true,
  enrolmentId: true,
  state: true,
  version: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  situation: true,
  aim: true,
  othersInRoom: true,
  othersInformed: true,
  cancelReason: true,
  assessorId: true,
  travelMinutes: true,
  participantNote: true,
  icalUid: true,
  sequence: true,
  slots: { select: { id: true, startsAt: true, endsAt: true }, orderBy: { startsAt: "asc" } },
  assessor: { select: { name: true } },
  observation: { select: { id: true, state: true } },
  pair: {
    select: {
      id: true,
      secondId: true,
      second: { select: { name: true } },
      observations: { select: { id: true, state: true, assessorId: true } },
    },
  },
  enrolment: {
    select: {
      title: true,
      organisationName: true,
      person: { select: { name: true, email: true, phone: true } },
      cohort: { select: { name: true } },
    },
  },
} as const satisfies Prisma.ObservationVisitSelect;

type Row = Prisma.ObservationVisitGetPayload<{ select: typeof visitSelect }>;

/** A visit with what the participant prepared, and how to reach them. */
export type VisitView = Omit<VisitItem, "prepared"> &
  Pick<
    Row,
    | "version"
    | "situation"
    | "aim"
    | "othersInRoom"
    | "othersInformed"
    | "cancelReason"
    | "travelMinutes"
    | "participantNote"
    | "slots"
    | "icalUid"
    | "sequence"
  > & {
    /** The reader is its assessor: may move and cancel it, and ask somebody along. */
    readonly own: boolean;
    /** Two assessors at this visit; null where there is one. */
    readonly pair: { readonly id: string; readonly second: string; readonly secondBegun: boolean } | null;
    readonly title: string;
    readonly cohort: string;
    readonly email: string | null;
    readonly phone: string | null;
  };

/** One visit that the reader makes or receives; null where there is none for them. */
export async function getVisit(acting: Acting, id: string): Promise<VisitView | null> {
  const row = await database().observationVisit.findFirst({
    where: { AND: [{ id }, visibleVisits(acting)] },
    select: visitSelect,
  });
  if (!row) return null;
  const { assessor, enrolment, assessorId, pair, ...visit } = row;
  return {
    ...visit,
    own: assessorId === acting.personId,
    observation: ownObservation(acting, row),
    pair: pair && {
      id: pair.id,
      second: pair.second.name,
      secondBegun: pair.observations.some((each) => each.assessorId === pair.secondId),
    },
    assessor: assessor.name,
    participant: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    cohort: enrolment.cohort.name,
    email: enrolment.person.email,
    phone: enrolment.person.phone,
  };
}
