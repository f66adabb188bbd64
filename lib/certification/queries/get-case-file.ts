import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome, Locale, Rating, RequirementKind } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { beside } from "@/lib/observations/facts/beside-files";
import { ownCase, ownSelect } from "../facts/own-case";
import { type FileEvent, isFileEvent, toldEvents } from "../rules/case-file";
import type { OwnCase } from "../rules/own-case";
import { isReleased } from "../rules/transitions";

const named = { select: { name: true } } as const;

const fileSelect = {
  ...ownSelect,
  round: true,
  recommendations: {
    select: { round: true, outcome: true, reasons: true, recommendedAt: true, recommender: named },
    orderBy: { round: "asc" },
  },
  exceptions: {
    select: { id: true, round: true, requirement: true, reason: true, writtenAt: true, writtenBy: named },
    orderBy: { writtenAt: "asc" },
  },
  enrolment: {
    select: {
      ...ownSelect.enrolment.select,
      title: true,
      organisationName: true,
      observations: {
        where: { sharedAt: { not: null } },
        select: {
          ...ownSelect.enrolment.select.observations.select,
          situation: true,
          seen: true,
          interpreted: true,
          response: true,
          respondedAt: true,
          amendReason: true,
          assessor: named,
          ratings: { select: { criterionId: true, rating: true, evidence: true } },
          files: beside,
        },
        orderBy: { observedOn: "asc" },
      },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type Row = Prisma.CertificationCaseGetPayload<{ select: typeof fileSelect }>;

/** An observation that was shared with the participant, whole. */
export type FiledObservation = {
  readonly id: string;
  readonly observedOn: Date;
  readonly assessor: string;
  readonly situation: string;
  readonly seen: string;
  readonly interpreted: string;
  readonly ratings: readonly {
    readonly code: string;
    readonly name: string;
    readonly rating: Rating;
    readonly evidence: string;
  }[];
  /** What lies beside it: `code` is that of its criterion, null where it is of the whole observation. */
  readonly files: readonly {
    readonly code: string | null;
    readonly caption: string;
    readonly name: string;
  }[];
  readonly response: string;
  /** Why it was written again; null where it is no amendment. */
  readonly amendReason: string | null;
};

/** Everything in a case that its party may read, as one document is made from it. */
export type CaseFile = {
  readonly its: OwnCase;
  readonly title: string;
  readonly organisation: string;
  readonly observations: readonly FiledObservation[];
  readonly project: Row["enrolment"]["project"];
  /** Of rounds whose decision was released. */
  readonly recommendations: readonly {
    readonly round: number;
    readonly outcome: CaseOutcome;
    readonly reasons: string;
    readonly at: Date;
    readonly by: string;
  }[];
  readonly exceptions: readonly {
    readonly requirement: RequirementKind;
    readonly reason: string;
    readonly at: Date;
    readonly by: string;
  }[];
  readonly journal: readonly { readonly event: FileEvent; readonly at: Date; readonly by: string | null }[];
};

async function journalOf(row: Row): Promise<CaseFile["journal"]> {
  const events = await database().auditEvent.findMany({
    where: { stream: `case:${row.id}`, entity: "certificationCase" },
    select: { action: true, actorId: true, detail: true, at: true },
    orderBy: { id: "asc" },
  });
  const told = toldEvents(row, events);
  const ids = [...new Set(told.flatMap((each) => each.actorId ?? []))];
  const people = await database().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map((each) => [each.id, each.name]));
  return told.flatMap(({ action, actorId, at }) =>
    isFileEvent(action) ? [{ event: action, at, by: actorId ? (nameOf.get(actorId) ?? null) : null }] : [],
  );
}

function observationsOf(row: Row, locale: Locale): FiledObservation[] {
  const criteria = row.frameworkVersion.criteria;
  return row.enrolment.observations.map((each) => ({
    id: each.id,
    observedOn: each.observedOn,
    assessor: each.assessor.name,
    situation: each.situation,
    seen: each.seen,
    interpreted: each.interpreted,
    response: each.response,
    amendReason: each.amendReason,
    files: each.files.map(({ criterionId, caption, file }) => ({
      code: criteria.find(({ id }) => id === criterionId)?.code ?? null,
      caption,
      name: file.name,
    })),
    ratings: criteria.flatMap(({ id, code, texts }) => {
      const rated = each.ratings.find((rating) => rating.criterionId === id);
      return rated
        ? [
            {
              code,
              name: textIn(texts, locale)?.name ?? code,
              rating: rated.rating,
              evidence: rated.evidence,
            },
          ]
        : [];
    }),
  }));
}

/**
 * The whole case for its party (forvaltningsloven § 9): the participant, who represents them, and a certifier of the body, who
 * thereby sees what they are handed; null for everybody else. What belongs to a decision that was not released yet is left out.
 */
export async function getCaseFile(
  acting: Acting,
  caseId: string,
  locale: Locale,
  now: Date,
): Promise<CaseFile | null> {
  const row = await database().certificationCase.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(acting)] },
    select: fileSelect,
  });
  if (!row) return null;
  const told = <T extends { round: number }>(all: readonly T[]) =>
    all.filter((each) => isReleased(row.state, row.round, each.round));
  return {
    its: ownCase(row, locale, now),
    title: row.enrolment.title,
    organisation: row.enrolment.organisationName,
    observations: observationsOf(row, locale),
    project: row.enrolment.project,
    recommendations: told(row.recommendations).map(({ recommender, recommendedAt, ...each }) => ({
      ...each,
      at: recommendedAt,
      by: recommender.name,
    })),
    exceptions: told(row.exceptions).map(({ requirement, reason, writtenAt, writtenBy }) => ({
      requirement,
      reason,
      at: writtenAt,
      by: writtenBy.name,
    })),
    journal: await journalOf(row),
  };
}
