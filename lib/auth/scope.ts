import type { Prisma } from "@/lib/db/generated/client";
import { type Acting, organisationsAs } from "./acting";

/**
 * What an acting person may reach, as `where` conditions. Every query and every action's `load` uses one of these beside
 * the id it was asked for: what is out of scope looks exactly like what does not exist. The conditions of several roles
 * add up; nobody without a role reaches anything.
 */
const nothing = { id: { in: [] as string[] } };

function anyOf<W extends object>(conditions: readonly (W | null)[]): { OR: W[] } | typeof nothing {
  const present = conditions.filter((condition): condition is W => condition !== null);
  return present.length > 0 ? { OR: present } : nothing;
}

/** `condition` of the organisations where the acting person has `role`; null where there are none. */
function inRole<W>(
  acting: Acting,
  role: "staff" | "assessor" | "certifier" | "coordinator",
  condition: (organisationIds: string[]) => W,
): W | null {
  const organisationIds = organisationsAs(acting, role);
  return organisationIds.length > 0 ? condition(organisationIds) : null;
}

function asFacilitator<W>(acting: Acting, condition: (personId: string) => W): W | null {
  return acting.personId && acting.grants.some((grant) => grant.role === "facilitator")
    ? condition(acting.personId)
    : null;
}

function asThemself<W>(acting: Acting, condition: (personId: string) => W): W | null {
  return acting.personId && (acting.role === "person" || acting.role === "participant")
    ? condition(acting.personId)
    : null;
}

/** Programmes of the provider that the acting person is staff of. */
export function visibleProgrammes(acting: Acting): Prisma.ProgrammeWhereInput {
  return anyOf<Prisma.ProgrammeWhereInput>([inRole(acting, "staff", (ids) => ({ providerId: { in: ids } }))]);
}

/** Agreements of the provider that the acting person is staff of. */
export function visibleAgreements(acting: Acting): Prisma.AgreementWhereInput {
  return anyOf<Prisma.AgreementWhereInput>([inRole(acting, "staff", (ids) => ({ providerId: { in: ids } }))]);
}

/** Cohorts: of the own provider, those one teaches, those the own body certifies on. */
export function visibleCohorts(acting: Acting): Prisma.CohortWhereInput {
  return anyOf<Prisma.CohortWhereInput>([
    inRole(acting, "staff", (ids) => ({ programmeVersion: { programme: { providerId: { in: ids } } } })),
    asFacilitator(acting, (personId) => ({ facilitators: { some: { personId } } })),
    inRole(acting, "assessor", (ids) => ({ programmeVersion: { certifyingBodyId: { in: ids } } })),
    inRole(acting, "certifier", (ids) => ({ programmeVersion: { certifyingBodyId: { in: ids } } })),
    asThemself(acting, (personId) => ({ enrolments: { some: { personId } } })),
  ]);
}

/** Cohorts that anybody may read about. */
export const publicCohorts: Prisma.CohortWhereInput = {
  state: { in: ["open", "closed", "running", "completed"] },
  OR: [{ agreementId: null }, { agreement: { kind: "open" } }],
};

/** Cohorts the acting person may apply to at `now`: those open to all, and those under an agreement of their employer. */
export function cohortsToApplyTo(acting: Acting, now: Date): Prisma.CohortWhereInput {
  const employedNow = {
    personId: acting.personId ?? "",
    validFrom: { lte: now },
    OR: [{ validTo: null }, { validTo: { gt: now } }],
  };
  const employer = { organisation: { affiliations: { some: employedNow } } };
  return anyOf<Prisma.CohortWhereInput>([
    publicCohorts,
    asThemself(acting, () => ({
      state: publicCohorts.state,
      agreement: { partners: { some: employer } },
    })),
  ]);
}

/** Applications: one's own, those to the own provider's cohorts, those of the own organisation's people. */
export function visibleApplications(acting: Acting): Prisma.ApplicationWhereInput {
  return anyOf<Prisma.ApplicationWhereInput>([
    asThemself(acting, (personId) => ({ personId })),
    inRole(acting, "staff", (ids) => ({
      state: { not: "draft" },
      cohort: { programmeVersion: { programme: { providerId: { in: ids } } } },
    })),
    inRole(acting, "coordinator", (ids) => ({ state: { not: "draft" }, organisationId: { in: ids } })),
  ]);
}

/** Enrolments: one's own, on the own provider's cohorts, on cohorts one teaches, certified by the own body, of own people. */
export function visibleEnrolments(acting: Acting): Prisma.EnrolmentWhereInput {
  return anyOf<Prisma.EnrolmentWhereInput>([
    asThemself(acting, (personId) => ({ personId })),
    inRole(acting, "staff", (ids) => ({
      cohort: { programmeVersion: { programme: { providerId: { in: ids } } } },
    })),
    asFacilitator(acting, (personId) => ({ cohort: { facilitators: { some: { personId } } } })),
    inRole(acting, "assessor", (ids) => ({
      cohort: { programmeVersion: { certifyingBodyId: { in: ids } } },
    })),
    inRole(acting, "certifier", (ids) => ({
      cohort: { programmeVersion: { certifyingBodyId: { in: ids } } },
    })),
    inRole(acting, "coordinator", (ids) => ({ organisationId: { in: ids } })),
  ]);
}

/** Sessions of visible cohorts. */
export function visibleSessions(acting: Acting): Prisma.SessionWhereInput {
  return { cohort: visibleCohorts(acting) };
}

/** Visits: those one makes as an assessor of the body, alone or as the second of two, those made to oneself. */
export function visibleVisits(acting: Acting): Prisma.ObservationVisitWhereInput {
  return anyOf<Prisma.ObservationVisitWhereInput>([
    asThemself(acting, (personId) => ({ enrolment: { personId } })),
    inRole(acting, "assessor", (ids) => ({
      OR: [{ assessorId: acting.personId ?? "" }, { pair: { is: { secondId: acting.personId ?? "" } } }],
      enrolment: { cohort: { programmeVersion: { certifyingBodyId: { in: ids } } } },
    })),
  ]);
}

/** Pairs of assessors: one's own. What they compare is shown to nobody else before it is joined. */
export function visiblePairs(acting: Acting): Prisma.ObservationPairWhereInput {
  return anyOf<Prisma.ObservationPairWhereInput>([
    inRole(acting, "assessor", (ids) => ({
      OR: [{ leadId: acting.personId ?? "" }, { secondId: acting.personId ?? "" }],
      visit: { enrolment: { cohort: { programmeVersion: { certifyingBodyId: { in: ids } } } } },
    })),
  ]);
}

/**
 * Observations: an assessor's own, in any state; the participant's once shared; the certifying body's once submitted.
 * The provider's staff, facilitators and an organisation's coordinators never see one.
 */
export function visibleObservations(acting: Acting): Prisma.ObservationWhereInput {
  return anyOf<Prisma.ObservationWhereInput>([
    asThemself(acting, (personId) => ({ enrolment: { personId }, sharedAt: { not: null } })),
    inRole(acting, "assessor", (ids) => ({
      assessorId: acting.personId ?? "",
      enrolment: { cohort: { programmeVersion: { certifyingBodyId: { in: ids } } } },
    })),
    inRole(acting, "certifier", (ids) => ({
      state: { notIn: ["draft", "returned"] },
      enrolment: { cohort: { programmeVersion: { certifyingBodyId: { in: ids } } } },
    })),
  ]);
}

/**
 * Files beside observations: of those one may open; of the other's of a pair, once both have submitted; of what was shared in a case that
 * one represents the participant in now.
 */
export function visibleObservationFiles(acting: Acting): Prisma.ObservationFileWhereInput {
  const submitted = { state: { notIn: ["draft", "returned"] } } satisfies Prisma.ObservationWhereInput;
  const own = { assessorId: acting.personId ?? "", ...submitted };
  return {
    observation: anyOf<Prisma.ObservationWhereInput>([
      visibleObservations(acting),
      { ...submitted, pair: { is: { AND: [visiblePairs(acting), { observations: { some: own } }] } } },
      asThemself(acting, (personId) => ({
        sharedAt: { not: null },
        enrolment: {
          case: { representatives: { some: { personId, acceptedAt: { not: null }, endedAt: null } } },
        },
      })),
    ]),
  };
}

/** Cases: one's own, those one represents the participant in now, those of the own certifying body; an assessor's only where they observed. */
export function visibleCases(acting: Acting): Prisma.CertificationCaseWhereInput {
  return anyOf<Prisma.CertificationCaseWhereInput>([
    asThemself(acting, (personId) => ({ enrolment: { personId } })),
    asThemself(acting, (personId) => ({
      representatives: { some: { personId, acceptedAt: { not: null }, endedAt: null } },
    })),
    inRole(acting, "certifier", (ids) => ({ certifyingBodyId: { in: ids } })),
    inRole(acting, "assessor", (ids) => ({
      certifyingBodyId: { in: ids },
      enrolment: { observations: { some: { assessorId: acting.personId ?? "" } } },
    })),
  ]);
}

/** Certificates: one's own, those of the own certifying body. The public check has its own query, by public id. */
export function visibleCertificates(acting: Acting): Prisma.CertificateWhereInput {
  return anyOf<Prisma.CertificateWhereInput>([
    asThemself(acting, (personId) => ({ holderId: personId })),
    inRole(acting, "certifier", (ids) => ({ case: { certifyingBodyId: { in: ids } } })),
  ]);
}

/** Frameworks of the own certifying body. */
export function visibleFrameworks(acting: Acting): Prisma.FrameworkWhereInput {
  return anyOf<Prisma.FrameworkWhereInput>([
    inRole(acting, "certifier", (ids) => ({ certifyingBodyId: { in: ids } })),
    inRole(acting, "assessor", (ids) => ({ certifyingBodyId: { in: ids } })),
  ]);
}

/** Calibration rounds of the own certifying body. */
export function visibleCalibrations(acting: Acting): Prisma.CalibrationRoundWhereInput {
  const ofBody = (ids: string[]) => ({ frameworkVersion: { framework: { certifyingBodyId: { in: ids } } } });
  return anyOf<Prisma.CalibrationRoundWhereInput>([
    inRole(acting, "certifier", ofBody),
    inRole(acting, "assessor", ofBody),
  ]);
}

/** Samples of decided cases of the own certifying body. */
export function visibleSamples(acting: Acting): Prisma.CaseSampleWhereInput {
  return anyOf<Prisma.CaseSampleWhereInput>([
    inRole(acting, "certifier", (ids) => ({ certifyingBodyId: { in: ids } })),
  ]);
}

/** Second looks at decided cases of the own certifying body. */
export function visibleReviews(acting: Acting): Prisma.CaseReviewWhereInput {
  return anyOf<Prisma.CaseReviewWhereInput>([
    inRole(acting, "certifier", (ids) => ({ sample: { certifyingBodyId: { in: ids } } })),
  ]);
}

/** Enquiries sent to an organisation that one answers for: as staff of a provider, as certifier of a certifying body. */
export function visibleEnquiries(acting: Acting): Prisma.EnquiryWhereInput {
  return anyOf<Prisma.EnquiryWhereInput>([
    inRole(acting, "staff", (ids) => ({ toOrganisationId: { in: ids } })),
    inRole(acting, "certifier", (ids) => ({ toOrganisationId: { in: ids } })),
  ]);
}

/** Whether this permission is held as an administrator of the installation. */
const asAdmin = (acting: Acting): boolean => acting.grants.some((grant) => grant.role === "admin");

/** Organisations as an administrator sees them: all. What others see of one comes with what they see it on. */
export function visibleOrganisations(acting: Acting): Prisma.OrganisationWhereInput {
  return asAdmin(acting) ? {} : nothing;
}

/** People as an administrator sees them: all. */
export function visiblePeople(acting: Acting): Prisma.PersonWhereInput {
  return asAdmin(acting) ? {} : nothing;
}

/** The audit trail: an administrator's. */
export function visibleAuditEvents(acting: Acting): Prisma.AuditEventWhereInput {
  return asAdmin(acting) ? {} : { id: { in: [] } };
}

/** The outbox: an administrator's. */
export function visibleOutbox(acting: Acting): Prisma.OutboxMailWhereInput {
  return asAdmin(acting) ? {} : nothing;
}
