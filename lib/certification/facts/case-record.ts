import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** Somebody by name. */
export const who = { select: { name: true } } as const;

/** Everything that was said and done in a case, round by round. */
export const recordSelect = {
  recommendations: {
    select: {
      round: true,
      recommenderId: true,
      recommender: who,
      outcome: true,
      reasons: true,
      evidenceHash: true,
      recommendedAt: true,
    },
    orderBy: { round: "asc" },
  },
  decisions: {
    select: {
      round: true,
      deciderId: true,
      decider: who,
      outcome: true,
      reasonRules: true,
      reasonMain: true,
      reasonFacts: true,
      repeatCriteria: true,
      repeatGuidance: true,
      repeatDueOn: true,
      appealGuidance: true,
      decidedAt: true,
    },
    orderBy: { round: "asc" },
  },
  exceptions: {
    select: {
      id: true,
      round: true,
      requirement: true,
      writtenById: true,
      writtenBy: who,
      reason: true,
      writtenAt: true,
    },
    orderBy: { writtenAt: "asc" },
  },
  hearings: {
    select: {
      round: true,
      notice: true,
      openedAt: true,
      openedBy: who,
      dueAt: true,
      statement: true,
      statementAt: true,
      statementBy: who,
    },
    orderBy: { round: "asc" },
  },
  steps: {
    select: { id: true, round: true, kind: true, takenBy: who, takenAt: true },
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
  },
  appeals: {
    select: {
      id: true,
      grounds: true,
      filedAt: true,
      decidedBy: who,
      decidedAt: true,
      changedTo: true,
      reasons: true,
      filedBy: who,
    },
    orderBy: { filedAt: "asc" },
  },
  complaints: {
    select: {
      id: true,
      state: true,
      about: true,
      text: true,
      filedBy: who,
      filedAt: true,
      decidedBy: who,
      decidedAt: true,
      reasons: true,
    },
    orderBy: { filedAt: "asc" },
  },
  representatives: {
    where: { acceptedAt: { not: null } },
    select: { id: true, name: true, acceptedAt: true, endedAt: true },
    orderBy: { appointedAt: "asc" },
  },
} as const satisfies Prisma.CertificationCaseSelect;
