import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import type { Representation } from "../rules/representation";

const select = {
  id: true,
  caseId: true,
  name: true,
  email: true,
  personId: true,
  acceptedAt: true,
  endedAt: true,
  case: {
    select: {
      round: true,
      certifyingBodyId: true,
      enrolmentId: true,
      enrolment: {
        select: {
          person: { select: { id: true, name: true, email: true, locale: true } },
          cohort: { select: { id: true, programmeVersion: { select: { title: true } } } },
        },
      },
    },
  },
} as const;

/** An appointment with its two sides, and how the acting person stands to it. */
export type RepresentationFacts = Representation & {
  readonly id: string;
  readonly caseId: string;
  readonly round: number;
  readonly name: string;
  readonly programme: string;
  readonly participant: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly locale: "da" | "sv" | "en";
  };
  /** The acting person: their address, and whether they have a part in the case that keeps them from taking a side. */
  readonly who: { readonly email: string | null; readonly worksOnCase: boolean };
};

/** Whether the acting person works for the certifying body, observed in the case or teaches the cohort. */
async function worksOnCase(
  work: Work,
  its: { certifyingBodyId: string; enrolmentId: string; cohortId: string },
): Promise<boolean> {
  const personId = personOf(work.acting);
  const known = await work.tx.person.findFirst({
    where: {
      id: personId,
      OR: [
        {
          roleGrants: {
            some: {
              organisationId: its.certifyingBodyId,
              validFrom: { lte: work.now },
              OR: [{ validTo: null }, { validTo: { gt: work.now } }],
            },
          },
        },
        { observations: { some: { enrolmentId: its.enrolmentId } } },
        { cohortsFacilitated: { some: { cohortId: its.cohortId } } },
        { sessionsFacilitated: { some: { isLive: true, session: { cohortId: its.cohortId } } } },
      ],
    },
    select: { id: true },
  });
  return known !== null;
}

/** An appointment that the acting person made, was given or holds, locked; null for everybody else. */
export async function loadRepresentation(work: Work, id: string): Promise<RepresentationFacts | null> {
  const personId = personOf(work.acting);
  if (!(await lockRow(work.tx, "case_representative", id))) return null;
  const self = await work.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const mine = [
    { personId },
    { case: { enrolment: { personId } } },
    ...(self.email ? [{ email: self.email, personId: null }] : []),
  ];
  const row = await work.tx.caseRepresentative.findFirst({ where: { id, OR: mine }, select });
  if (!row) return null;
  const { case: its, ...appointment } = row;
  const { person: participant, cohort } = its.enrolment;
  return {
    ...appointment,
    round: its.round,
    participant,
    programme: cohort.programmeVersion.title,
    who: {
      email: self.email,
      worksOnCase: await worksOnCase(work, { ...its, cohortId: cohort.id }),
    },
  };
}
