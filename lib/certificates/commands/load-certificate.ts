import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { CertificateState, Locale } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import type { RevocationFacts } from "../rules/revocation";

/** A certificate with everything that a step of its revocation is judged by and needs. */
export type CertificateFacts = RevocationFacts & {
  readonly id: string;
  readonly caseId: string;
  readonly state: CertificateState;
  readonly version: number;
  readonly serialNumber: string;
  readonly certifyingBodyId: string;
  readonly programme: string;
  readonly holder: { readonly email: string | null; readonly name: string; readonly locale: Locale };
  readonly proposal: {
    readonly id: string;
    readonly requestedById: string;
    readonly publicReason: string;
  } | null;
};

/** The certificate, locked; null where it is out of the acting person's scope. */
export async function loadCertificate(work: Work, certificateId: string): Promise<CertificateFacts | null> {
  if (!(await lockRow(work.tx, "certificate", certificateId))) return null;
  const row = await work.tx.certificate.findFirst({
    where: { AND: [{ id: certificateId }, visibleCertificates(work.acting)] },
    select: {
      id: true,
      caseId: true,
      state: true,
      version: true,
      serialNumber: true,
      holderId: true,
      holder: { select: { email: true, name: true, locale: true } },
      case: {
        select: {
          certifyingBodyId: true,
          enrolment: { select: { cohort: { select: { programmeVersion: { select: { title: true } } } } } },
        },
      },
      revocations: {
        where: { confirmedAt: null, withdrawnAt: null },
        select: { id: true, requestedById: true, publicReason: true },
      },
    },
  });
  if (!row) return null;
  const { revocations, case: certified, ...rest } = row;
  return {
    ...rest,
    certifyingBodyId: certified.certifyingBodyId,
    programme: certified.enrolment.cohort.programmeVersion.title,
    personId: personOf(work.acting),
    ofBody: work.acting.grants.some((grant) => grant.organisationId === certified.certifyingBodyId),
    proposal: revocations[0] ?? null,
  };
}
