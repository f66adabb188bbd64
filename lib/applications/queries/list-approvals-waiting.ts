import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

export type WaitingApproval = Awaited<ReturnType<typeof listApprovalsWaiting>>[number];

/**
 * The applications of the coordinator's organisations that wait for a manager's answer, the oldest first; not the coordinator's own.
 * Neither motivation nor needs: those are for the provider.
 */
export async function listApprovalsWaiting(acting: Acting) {
  const rows = await database().application.findMany({
    where: {
      AND: [
        {
          state: "manager_pending",
          organisationId: { in: organisationsAs(acting, "coordinator") },
          ...(acting.personId ? { personId: { not: acting.personId } } : {}),
        },
        visibleApplications(acting),
      ],
    },
    orderBy: { submittedAt: "asc" },
    select: {
      id: true,
      title: true,
      participantRole: true,
      submittedAt: true,
      payer: true,
      person: { select: { name: true } },
      managerApproval: { select: { managerName: true, askedAt: true, expiresAt: true } },
      cohort: {
        select: {
          name: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          applicationDeadline: true,
          programmeVersion: { select: { title: true, priceMinor: true, currency: true } },
        },
      },
    },
  });
  return rows.map(({ person, cohort: { programmeVersion, ...cohort }, managerApproval, ...application }) => ({
    ...application,
    name: person.name,
    cohort,
    programme: programmeVersion.title,
    price: programmeVersion.priceMinor,
    currency: programmeVersion.currency,
    approval: managerApproval,
  }));
}
