import "server-only";
import { notedSessions } from "@/lib/attendance/rules/noted-sessions";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import type { Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AttendanceStatus, CaseState, Locale } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { recordSelect, who } from "../facts/case-record";
import { type CaseEvidence, caseEvidence, type NamedProgress } from "../rules/case-matrix";
import { type DecisionFacts, decideDeciding } from "../rules/decision";
import { alteredObservations, evidenceHash } from "../rules/evidence";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import { decideImpartial, type Involvement, type Part } from "../rules/impartiality";
import { involvementOfRow, involvementSelect } from "../rules/involvement-rows";
import { type NextStep, nextStep } from "../rules/next-step";
import { type Evaluation, evaluateRequirements } from "../rules/requirements";
import { getTies } from "./get-ties";

/** The criteria with their names, from the same scheme that the evidence is weighed by. */
const schemeSelect = {
  select: {
    ...evidenceSelect.frameworkVersion.select,
    number: true,
    texts: { select: { locale: true, title: true, scope: true } },
    criteria: {
      ...evidenceSelect.frameworkVersion.select.criteria,
      select: {
        ...evidenceSelect.frameworkVersion.select.criteria.select,
        texts: { select: { locale: true, name: true } },
      },
    },
  },
} as const;

const caseSelect = {
  ...evidenceSelect,
  ...recordSelect,
  state: true,
  version: true,
  enrolmentId: true,
  releasedAt: true,
  certifyingBody: { select: { names: { where: { validTo: null }, select: { name: true } } } },
  frameworkVersion: schemeSelect,
  certificates: { select: { id: true, publicId: true, serialNumber: true }, orderBy: { issuedAt: "desc" } },
  enrolment: {
    select: {
      ...evidenceSelect.enrolment.select,
      personId: true,
      organisationName: true,
      title: true,
      person: who,
      cohort: {
        select: {
          ...evidenceSelect.enrolment.select.cohort.select,
          sessions: {
            ...evidenceSelect.enrolment.select.cohort.select.sessions,
            select: { ...evidenceSelect.enrolment.select.cohort.select.sessions.select, theme: true },
          },
          name: true,
          timeZone: true,
          programmeVersion: { select: { title: true } },
        },
      },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type Row = Prisma.CertificationCaseGetPayload<{ select: typeof caseSelect }>;

/** A case as the certifying body, or an assessor who observed in it, works on it. */
export type CaseView = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly state: CaseState;
  readonly version: number;
  readonly round: number;
  readonly participant: string;
  readonly title: string;
  readonly organisation: string;
  readonly programme: string;
  readonly cohort: string;
  readonly timeZone: string;
  /** The certifying body's present name. */
  readonly certifyingBody: string;
  readonly scheme: { readonly title: string; readonly version: number };
  readonly evidenceDueOn: Date | null;
  readonly evaluation: Evaluation;
  readonly criteria: readonly NamedProgress[];
  readonly evidence: CaseEvidence;
  /** The sessions that are required of the participant, with what was last noted. */
  readonly sessions: readonly {
    readonly id: string;
    readonly theme: string;
    readonly startsAt: Date;
    readonly status: AttendanceStatus | null;
    readonly minutes: number | null;
  }[];
  readonly project: Row["enrolment"]["project"];
  readonly step: NextStep;
  /** Why the reader may not take a part; null where nothing of their person stands in the way. */
  readonly bars: Readonly<Record<Part, Refusal | null>>;
  /** Why the reader cannot decide now; null where they can. */
  readonly deciding: Refusal | null;
  /** Observations that do not say any more what was submitted, by id. */
  readonly altered: readonly string[];
  /** The evidence is not what this round's recommendation rests on. */
  readonly evidenceChanged: boolean;
  readonly recommendations: Row["recommendations"];
  readonly decisions: Row["decisions"];
  readonly exceptions: Row["exceptions"];
  readonly hearings: Row["hearings"];
  readonly steps: Row["steps"];
  readonly appeals: Row["appeals"];
  readonly complaints: Row["complaints"];
  /** Who has acted for the participant, and when it ended. */
  readonly representatives: Row["representatives"];
  readonly releasedAt: Date | null;
  readonly certificate: Row["certificates"][number] | null;
};

const PARTS = [
  "recommend",
  "decide",
  "hear",
  "except",
  "release",
  "steer",
  "appeal",
  "complaint",
] as const satisfies Part[];

function barsOf(involvement: Involvement): CaseView["bars"] {
  const entries = PARTS.map((part) => {
    const may = decideImpartial(part, involvement);
    return [part, may.ok ? null : may.refusal] as const;
  });
  return Object.fromEntries(entries) as Record<Part, Refusal | null>;
}

function ofRound<T extends { round: number }>(all: readonly T[], round: number): T | null {
  return all.find((each) => each.round === round) ?? null;
}

/** The case where the reader reaches it (lib/auth/scope.ts), with what they may do; else null. */
export async function getCase(
  acting: Acting,
  caseId: string,
  locale: Locale,
  now: Date,
): Promise<CaseView | null> {
  const row = await database().certificationCase.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(acting)] },
    select: caseSelect,
  });
  if (!row) return null;
  const near = await database().certificationCase.findUniqueOrThrow({
    where: { id: caseId },
    select: involvementSelect(personOf(acting)),
  });
  const ties = await getTies(acting, [row.enrolment.personId]);
  const bodies = acting.grants.map((grant) => grant.organisationId);
  return caseView(row, involvementOfRow(near, ties, bodies, now), locale, now);
}

function caseView(row: Row, involvement: Involvement, locale: Locale, now: Date): CaseView {
  const facts = requirementFactsOf(row, now);
  const evaluation = evaluateRequirements(facts, now);
  const { enrolment, frameworkVersion: scheme, certificates, certifyingBody, ...rest } = row;
  const altered = alteredObservations(facts.evidence).map((each) => each.id);
  const deciding: DecisionFacts = {
    altered: altered.length,
    state: row.state,
    evaluation,
    involvement,
    criterionCodes: scheme.criteria.map((each) => each.code),
    evidenceHash: evidenceHash(facts.evidence),
    recommendation: ofRound(row.recommendations, row.round),
    hearing: ofRound(row.hearings, row.round),
  };
  const able = decideDeciding(deciding);
  const nameOf = new Map(scheme.criteria.map((each) => [each.id, textIn(each.texts, locale)?.name]));
  const criteria = evaluation.criteria.map((each) => ({
    ...each,
    name: nameOf.get(each.criterion.id) ?? each.criterion.code,
  }));
  return {
    ...rest,
    participant: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    programme: enrolment.cohort.programmeVersion.title,
    cohort: enrolment.cohort.name,
    timeZone: enrolment.cohort.timeZone,
    certifyingBody: certifyingBody.names[0]?.name ?? "",
    scheme: { title: textIn(scheme.texts, locale)?.title ?? "", version: scheme.number },
    evaluation,
    criteria,
    evidence: caseEvidence({ ...facts, evaluation, criteria, timeZone: enrolment.cohort.timeZone }, now),
    sessions: notedSessions(enrolment.cohort.sessions, enrolment.attendance, enrolment).filter(
      (session) => session.obligation === "required" && session.state !== "cancelled",
    ),
    project: enrolment.project,
    step: nextStep(row.state, deciding.hearing, now),
    bars: barsOf(involvement),
    altered,
    deciding: able.ok ? null : able.refusal,
    evidenceChanged:
      deciding.recommendation !== null && deciding.recommendation.evidenceHash !== deciding.evidenceHash,
    certificate: certificates[0] ?? null,
  };
}
