import "server-only";
import { addMonths } from "date-fns";
import type { Work } from "@/lib/auth/work";
import { dayOf } from "@/lib/core/dates";
import { CERTIFICATE_ZONE, certificatePayloadSchema } from "../rules/payload";
import { recertificationStage } from "../rules/succession";
import { successionOf, successionSelect } from "../rules/succession-rows";
import { saidOfRecertification, WARNING_MONTHS, warningDue } from "../rules/warnings";

/** Ids of up to `most` certificates that hold, end within half a year, and whose next warning may be due. */
export async function findEnding({ tx, now }: Work, most: number): Promise<string[]> {
  const rows = await tx.certificate.findMany({
    where: {
      state: "issued",
      validUntil: { gt: now, lte: addMonths(now, Math.max(...WARNING_MONTHS)) },
    },
    orderBy: { validUntil: "asc" },
    take: most,
    select: { id: true, validUntil: true, warnings: { select: { monthsBefore: true } } },
  });
  return rows
    .filter(({ validUntil, warnings }) =>
      validUntil
        ? warningDue(
            validUntil,
            now,
            warnings.map((each) => each.monthsBefore),
          )
        : null,
    )
    .map(({ id }) => id);
}

/**
 * Tells the holder of a certificate that it ends in so many months, where that is due and has not been told; whether it did. Two at once
 * write the warning once (primary key), and so the mail once.
 */
export async function warnOfExpiry(work: Work, certificateId: string): Promise<boolean> {
  const { tx, now } = work;
  const row = await tx.certificate.findFirst({
    where: { id: certificateId, state: "issued" },
    select: {
      validUntil: true,
      serialNumber: true,
      payload: true,
      caseId: true,
      decision: { select: { round: true } },
      case: { select: successionSelect },
      requests: { where: { answeredAt: null, kind: "recertification" }, select: { id: true } },
      holder: { select: { email: true, name: true, locale: true } },
      warnings: { select: { monthsBefore: true } },
    },
  });
  if (!row?.validUntil) return false;
  const months = warningDue(
    row.validUntil,
    now,
    row.warnings.map((each) => each.monthsBefore),
  );
  if (months === null) return false;
  const { count } = await tx.certificateWarning.createMany({
    data: [{ certificateId, monthsBefore: months, sentAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await work.audit({
    stream: `case:${row.caseId}`,
    action: "certificate.endAnnounced",
    entity: "certificate",
    entityId: certificateId,
    detail: { months },
  });
  const { email, name, locale } = row.holder;
  const recertification = saidOfRecertification(
    recertificationStage(successionOf(row.case, row.decision.round)),
    row.requests.length > 0,
  );
  if (email)
    await work.mail({
      template: "certificate-ending",
      to: { email, name, locale },
      params: {
        programme: certificatePayloadSchema.parse(row.payload).programme.title,
        serialNumber: row.serialNumber,
        months,
        endsOn: dayOf(row.validUntil, CERTIFICATE_ZONE),
        recertification,
        path: recertification === "underWay" ? "/my/certification" : "/my/certificates",
      },
    });
  return true;
}
