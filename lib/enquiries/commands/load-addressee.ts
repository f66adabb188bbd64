import "server-only";
import type { Work } from "@/lib/auth/work";

/** The body an enquiry is sent to; null where it is none that answers enquiries. */
export async function loadAddressee(work: Work, organisationId: string) {
  const body = await work.tx.organisation.findFirst({
    where: {
      id: organisationId,
      kind: { in: ["provider", "certifying_body"] },
      roleGrants: {
        some: {
          role: { in: ["staff", "certifier"] },
          validFrom: { lte: work.now },
          OR: [{ validTo: null }, { validTo: { gt: work.now } }],
        },
      },
    },
    select: { kind: true },
  });
  return body && { kind: body.kind };
}
