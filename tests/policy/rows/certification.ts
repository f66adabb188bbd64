import {
  acceptRepresentationAction,
  answerHearingAction,
  appointRepresentativeAction,
  decideAppealAction,
  decideCaseAction,
  decideComplaintAction,
  endRepresentationAction,
  exceptRequirementAction,
  fileAppealAction,
  fileComplaintAction,
  openHearingAction,
  recommendCaseAction,
  releaseCaseAction,
  reopenCaseAction,
  takeUpCaseAction,
} from "@/lib/certification/actions";
import { gatherEvidence } from "@/lib/certification/commands/gather-evidence";
import { evidenceHash } from "@/lib/certification/rules/evidence";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeComplaint, makeRepresentative } from "../../factories/case-parties";
import { type CaseOptions, makeCase } from "../../factories/cases";
import { makeEnrolment } from "../../factories/enrolments";
import { makePersonInRole } from "../../factories/people";
import { dayInDays, inDays } from "../../factories/unique";
import type { Side, World } from "../../factories/world";
import type { ActorName } from "../actors";
import type { ActionRow } from "../row";

const certifiers: readonly ActorName[] = ["certifier", "colleagueCertifier"];
const day = (days: number) => inDays(days).toISOString().slice(0, 10);

/** A case of somebody new on the own side's running cohort. */
async function newCase(db: PrismaClient, { own }: World, options: Omit<CaseOptions, "enrolmentId"> = {}) {
  const enrolment = await makeEnrolment(db, { cohortId: own.cohorts.running.id });
  return makeCase(db, { ...options, enrolmentId: enrolment.id });
}

/** A case recommended on the evidence as it is, so that it can be decided. */
async function recommendedCase(world: World, db: PrismaClient) {
  const { id } = await newCase(db, world);
  const { evidence } = await db.$transaction((tx) => gatherEvidence(tx, id, new Date()));
  const recommender = await makePersonInRole(db, "certifier", world.own.body.id);
  await db.certificationCase.update({ where: { id }, data: { state: "ready" } });
  await db.caseRecommendation.create({
    data: {
      caseId: id,
      round: 1,
      recommenderId: recommender.id,
      outcome: "repeat_requested",
      reasons: "K1 er ikke set.",
      evidenceHash: evidenceHash(evidence),
      recommendedAt: new Date(),
    },
  });
  await db.certificationCase.update({ where: { id }, data: { state: "recommended" } });
  return { caseId: id, version: 1 };
}

const stateOf = (own: Side, state: keyof Side["cases"]) => ({ caseId: own.cases[state].case.id, version: 1 });

/** The released refusal of the participant's colleague, who had no case before. */
async function refusedCase({ own }: World, db: PrismaClient) {
  const personId = own.people.colleague.participant.id;
  const { id: enrolmentId } = await db.enrolment.findFirstOrThrow({
    where: { personId, cohortId: own.cohorts.running.id },
  });
  const there = await db.certificationCase.findUnique({ where: { enrolmentId } });
  return there ?? makeCase(db, { enrolmentId, state: "released", outcome: "not_certified" });
}

export const actionRows: readonly ActionRow[] = [
  {
    action: recommendCaseAction,
    input: ({ own }) => ({
      ...stateOf(own, "ready"),
      outcome: "repeat_requested",
      reasons: "K1 er ikke set.",
    }),
    // An assessor who observed in the case may; one who did not does not see it.
    allowed: ["assessor", ...certifiers],
  },
  {
    action: openHearingAction,
    input: async (world, db) => ({
      ...(await recommendedCase(world, db)),
      notice: "Vi påtænker afslag.",
      dueOn: day(20),
    }),
    allowed: certifiers,
  },
  {
    action: decideCaseAction,
    input: async (world, db) => ({
      ...(await recommendedCase(world, db)),
      outcome: "repeat_requested",
      reasonMain: "K1 er ikke set.",
      repeatCriteria: ["K1"],
      repeatGuidance: "Vis det i et møde.",
      repeatDueOn: day(60),
    }),
    allowed: certifiers,
  },
  { action: releaseCaseAction, input: ({ own }) => stateOf(own, "decided"), allowed: certifiers },
  {
    action: exceptRequirementAction,
    input: ({ own }) => ({ ...stateOf(own, "collecting"), requirement: "observations", reason: "Sygdom" }),
    allowed: certifiers,
  },
  { action: reopenCaseAction, input: ({ own }) => stateOf(own, "recommended"), allowed: certifiers },
  {
    action: takeUpCaseAction,
    input: async (world, db) => ({
      caseId: (await newCase(db, world, { evidenceDueOn: dayInDays(-2) })).id,
      version: 1,
    }),
    allowed: certifiers,
  },
  {
    action: answerHearingAction,
    input: ({ own }) => ({ caseId: own.cases.hearing.case.id, statement: "Jeg ser det anderledes." }),
    subject: ({ own }) => own.cases.hearing.enrolment.personId,
    // The stranger represents this participant.
    allowed: ["subject", "stranger"],
  },
  {
    action: fileComplaintAction,
    input: ({ own }) => ({ caseId: own.cases.hearing.case.id, about: "delay", text: "Der gik otte uger." }),
    subject: ({ own }) => own.cases.hearing.enrolment.personId,
    allowed: ["subject", "stranger"],
  },
  {
    action: decideComplaintAction,
    input: async (world, db) => {
      const { id: caseId, enrolmentId } = await newCase(db, world);
      const { personId } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
      await makeComplaint(db, { caseId, filedById: personId });
      return { caseId, verdict: "founded", reasons: "Det tog for lang tid." };
    },
    allowed: certifiers,
  },
  {
    action: appointRepresentativeAction,
    input: ({ own }) => ({ caseId: own.mine.case.id, name: "Bo Bisidder", email: "bo@forbund.example" }),
    allowed: ["participant"],
  },
  {
    action: acceptRepresentationAction,
    input: async (world, db) => {
      const { id: caseId } = await newCase(db, world);
      const asked = await makeRepresentative(db, { caseId, person: world.stranger, accepted: false });
      return { representationId: asked.id };
    },
    allowed: ["stranger"],
  },
  {
    action: endRepresentationAction,
    input: async ({ own }, db) => {
      const held = await db.caseRepresentative.findFirstOrThrow({
        where: { caseId: own.cases.hearing.case.id },
      });
      return { representationId: held.id };
    },
    subject: ({ own }) => own.cases.hearing.enrolment.personId,
    allowed: ["subject", "stranger"],
  },
  {
    action: fileAppealAction,
    input: async (world, db) => ({ caseId: (await refusedCase(world, db)).id, grounds: "Jeg er uenig." }),
    allowed: ["colleagueParticipant"],
  },
  {
    action: decideAppealAction,
    input: ({ own }) => ({ ...stateOf(own, "appealed"), verdict: "upheld", reasons: "Gennemgået på ny." }),
    allowed: ["colleagueCertifier"],
    // The world's first certifier released the decision, and so took part before.
    refusedAs: { certifier: "case.barred.involved" },
  },
];
