import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleVisits } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { VisitItem } from "./list-visits";

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
  assessor: { select: { name: true } },
  observation: { select: { id: true, state: true } },
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
  Pick<Row, "version" | "situation" | "aim" | "othersInRoom" | "othersInformed" | "cancelReason"> & {
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
  const { assessor, enrolment, ...visit } = row;
  return {
    ...visit,
    assessor: assessor.name,
    participant: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    cohort: enrolment.cohort.name,
    email: enrolment.person.email,
    phone: enrolment.person.phone,
  };
}
