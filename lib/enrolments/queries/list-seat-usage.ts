import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { SEATED } from "../rules/transitions";

export type SeatUsage = Awaited<ReturnType<typeof listSeatUsage>>[number];

/** The seats that agreements give to the coordinator's organisations, and how many of them are filled; current agreements first. */
export async function listSeatUsage(acting: Acting) {
  const organisationIds = organisationsAs(acting, "coordinator");
  const [allocations, enrolments] = await Promise.all([
    database().seatAllocation.findMany({
      where: { organisationId: { in: organisationIds } },
      orderBy: [{ agreement: { validFrom: "desc" } }, { track: { position: "asc" } }],
      select: {
        id: true,
        seats: true,
        trackId: true,
        organisationId: true,
        track: { select: { name: true } },
        agreement: { select: { id: true, title: true, state: true, validFrom: true, validTo: true } },
      },
    }),
    database().enrolment.findMany({
      where: {
        AND: [
          {
            organisationId: { in: organisationIds },
            state: { in: [...SEATED] },
            participantRole: { not: "guest" },
            cohort: { agreement: { seatAllocations: { some: { organisationId: { in: organisationIds } } } } },
          },
          visibleEnrolments(acting),
        ],
      },
      select: { organisationId: true, trackId: true, cohort: { select: { agreementId: true } } },
    }),
  ]);
  return allocations.map(({ agreement, track, organisationId, trackId, ...allocation }) => ({
    ...allocation,
    agreement,
    trackName: track?.name ?? null,
    used: enrolments.filter(
      (enrolment) =>
        enrolment.organisationId === organisationId &&
        enrolment.cohort.agreementId === agreement.id &&
        (trackId === null || enrolment.trackId === trackId),
    ).length,
  }));
}
