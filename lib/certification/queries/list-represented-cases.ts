import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { ownCase, ownSelect } from "../facts/own-case";
import type { OwnCase } from "../rules/own-case";

/** An appointment that was sent to the reader's address and waits for their answer. */
export type OpenAppointment = {
  readonly id: string;
  readonly participant: string;
  readonly programme: string;
  readonly appointedAt: Date;
};

/** A case in which the reader represents the participant now. */
export type RepresentedCase = OwnCase & { readonly representationId: string };

/** What the reader is asked to take on for others, and the cases in which they act for somebody, the newest first. */
export type Representations = {
  readonly asked: readonly OpenAppointment[];
  readonly cases: readonly RepresentedCase[];
};

async function listAsked(personId: string): Promise<OpenAppointment[]> {
  const { email } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true },
  });
  if (email === null) return [];
  const rows = await database().caseRepresentative.findMany({
    where: { email, acceptedAt: null, endedAt: null },
    select: {
      id: true,
      appointedAt: true,
      case: {
        select: {
          enrolment: {
            select: {
              person: { select: { name: true } },
              cohort: { select: { programmeVersion: { select: { title: true } } } },
            },
          },
        },
      },
    },
    orderBy: { appointedAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    appointedAt: row.appointedAt,
    participant: row.case.enrolment.person.name,
    programme: row.case.enrolment.cohort.programmeVersion.title,
  }));
}

/** The reader's representations: those offered to their address, and the cases they may read and write in for somebody. */
export async function listRepresentedCases(
  acting: Acting,
  locale: Locale,
  now: Date,
): Promise<Representations> {
  const personId = personOf(acting);
  const asked = await listAsked(personId);
  const rows = await database().certificationCase.findMany({
    where: { AND: [{ enrolment: { personId: { not: personId } } }, visibleCases(acting)] },
    select: ownSelect,
    orderBy: { createdAt: "desc" },
  });
  const cases = rows.flatMap((row) => {
    const [held] = row.representatives;
    return held ? [{ ...ownCase(row, locale, now), representationId: held.id }] : [];
  });
  return { asked, cases };
}
