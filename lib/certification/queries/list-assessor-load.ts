import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleObservations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Rating } from "@/lib/db/generated/enums";
import { type BlindRatings, type PairAgreement, pairAgreement } from "../rules/register";

/** What an assessor of the body has done since a moment, and how often they agreed with the other of a pair. */
export type AssessorLoad = {
  readonly personId: string;
  readonly name: string;
  readonly observations: number;
  /** Different participants. */
  readonly participants: number;
  readonly lastObservedOn: Date | null;
  readonly recommendations: number;
  readonly agreement: PairAgreement;
};

type Written = {
  readonly assessorId: string;
  readonly enrolmentId: string;
  readonly observedOn: Date;
  readonly pairId: string | null;
  readonly ratings: readonly { readonly criterionId: string; readonly rating: Rating }[];
};

function agreementOf(personId: string, written: readonly Written[]): PairAgreement {
  const ratingsOf = (each: Written): BlindRatings =>
    new Map(each.ratings.map(({ criterionId, rating }) => [criterionId, rating]));
  const pairs = written.flatMap((mine) => {
    if (mine.assessorId !== personId || mine.pairId === null) return [];
    const other = written.find((each) => each.pairId === mine.pairId && each.assessorId !== personId);
    return other ? [[ratingsOf(mine), ratingsOf(other)] as const] : [];
  });
  return pairAgreement(pairs);
}

/** The load of everybody who is an assessor of the body now or observed for it since then (null: ever), by name. */
export async function listAssessorLoad(
  acting: Acting,
  since: Date | null,
  now: Date,
): Promise<AssessorLoad[]> {
  const bodies = organisationsAs(acting, "certifier");
  const written = await database().observation.findMany({
    where: { AND: [visibleObservations(acting), since ? { observedOn: { gte: since } } : {}] },
    select: {
      assessorId: true,
      enrolmentId: true,
      observedOn: true,
      pairId: true,
      ratings: { select: { criterionId: true, rating: true } },
    },
  });
  const people = await database().person.findMany({
    where: {
      OR: [
        { id: { in: [...new Set(written.map((each) => each.assessorId))] } },
        {
          roleGrants: {
            some: {
              role: "assessor",
              organisationId: { in: bodies },
              validFrom: { lte: now },
              OR: [{ validTo: null }, { validTo: { gt: now } }],
            },
          },
        },
      ],
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const recommended = await database().caseRecommendation.groupBy({
    by: ["recommenderId"],
    where: {
      case: { certifyingBodyId: { in: bodies } },
      recommenderId: { in: people.map((each) => each.id) },
      ...(since && { recommendedAt: { gte: since } }),
    },
    _count: { _all: true },
  });
  return people.map(({ id, name }) => {
    const own = written.filter((each) => each.assessorId === id);
    const days = own.map((each) => each.observedOn.getTime());
    return {
      personId: id,
      name,
      observations: own.length,
      participants: new Set(own.map((each) => each.enrolmentId)).size,
      lastObservedOn: days.length > 0 ? new Date(Math.max(...days)) : null,
      recommendations: recommended.find((each) => each.recommenderId === id)?._count._all ?? 0,
      agreement: agreementOf(id, written),
    };
  });
}
