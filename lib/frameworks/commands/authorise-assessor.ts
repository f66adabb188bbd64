import "server-only";
import { organisationsAs, personOf } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { civilDay, endOfDay } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { decideAuthorisation, decideEnd } from "../rules/authorisation";

/** An assessor of the own body and a framework version of it. */
export type AssessorOfVersion = {
  readonly personId: string;
  readonly isAssessor: boolean;
  readonly version: { readonly id: string; readonly state: FrameworkVersionState };
  readonly existing: { readonly id: string; readonly validFrom: Date; readonly validTo: Date } | null;
};

/** Locks a framework version of the own body and finds the person's authorisation for it; null where there is no such version. */
export async function loadAuthorisation(
  work: Work,
  personId: string,
  frameworkVersionId: string,
): Promise<AssessorOfVersion | null> {
  await lockRow(work.tx, "framework_version", frameworkVersionId);
  const version = await work.tx.frameworkVersion.findFirst({
    where: { id: frameworkVersionId, framework: visibleFrameworks(work.acting) },
    select: { id: true, state: true },
  });
  if (!version) return null;
  const grants = await work.tx.roleGrant.count({
    where: {
      personId,
      role: "assessor",
      organisationId: { in: organisationsAs(work.acting, "certifier") },
      validFrom: { lte: work.now },
      OR: [{ validTo: null }, { validTo: { gt: work.now } }],
    },
  });
  const existing = await work.tx.assessorAuthorisation.findUnique({
    where: { personId_frameworkVersionId: { personId, frameworkVersionId } },
    select: { id: true, validFrom: true, validTo: true },
  });
  return { personId, isAssessor: grants > 0, version, existing };
}

/** Grants or renews an authorisation until the end of a day; one that had ended begins anew today. */
export async function authoriseAssessor(work: Work, facts: AssessorOfVersion, until: string): Promise<void> {
  const byId = personOf(work.acting);
  const { personId, isAssessor, version, existing } = facts;
  const about = { personId, byId, isAssessor, versionState: version.state, until };
  insist(decideAuthorisation(about, civilDay(work.now)));
  const validTo = endOfDay(until, CIVIL_ZONE);
  const holds = existing !== null && existing.validTo > work.now;
  const { id } = await work.tx.assessorAuthorisation.upsert({
    where: { personId_frameworkVersionId: { personId, frameworkVersionId: version.id } },
    create: { personId, frameworkVersionId: version.id, validFrom: work.now, validTo, authorisedById: byId },
    update: { validTo, authorisedById: byId, ...(holds ? {} : { validFrom: work.now }) },
    select: { id: true },
  });
  await work.audit({
    stream: `framework:${version.id}`,
    action: existing ? "authorisation.renewed" : "authorisation.granted",
    entity: "assessorAuthorisation",
    entityId: id,
    detail: { personId, until, before: existing?.validTo.toISOString() ?? null },
  });
}

/** Ends an authorisation now: from here on they book no visit, and submit and share nothing by this version. */
export async function endAuthorisation(work: Work, facts: AssessorOfVersion): Promise<void> {
  const byId = personOf(work.acting);
  const { personId, version, existing } = facts;
  if (!existing) throw new RefusalError(refuse("authorisation.alreadyEnded").refusal);
  insist(decideEnd({ personId, byId, validTo: existing.validTo }, work.now));
  await work.tx.assessorAuthorisation.update({
    where: { id: existing.id },
    data: { validTo: work.now, authorisedById: byId },
  });
  await work.audit({
    stream: `framework:${version.id}`,
    action: "authorisation.ended",
    entity: "assessorAuthorisation",
    entityId: existing.id,
    detail: { personId, before: existing.validTo.toISOString() },
  });
}
