import {
  editAdmissionAction,
  moveQuestionAction,
  removeQuestionAction,
  saveQuestionAction,
} from "@/lib/applications/form-actions";
import { getCohortFigures } from "@/lib/applications/queries/get-cohort-figures";
import { getFile } from "@/lib/applications/queries/get-file";
import { getFormBuilder } from "@/lib/applications/queries/get-form-builder";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;

/** An open cohort's form with one question that nobody answers yet; gives the question's key. */
async function withQuestions(world: World, client: PrismaClient): Promise<string> {
  const question = { kind: "text" as const, label: "Hvorfor nu?" };
  await client.applicationForm.create({
    data: {
      cohortId: world.own.cohorts.closed.id,
      number: 1 + (await client.applicationForm.count({ where: { cohortId: world.own.cohorts.closed.id } })),
      questions: {
        create: [
          { ...question, key: "qfirst", position: 1 },
          { ...question, key: "qsecond", position: 2 },
        ],
      },
    },
  });
  return "qfirst";
}

const wholeQuestion = (world: World) => ({
  cohortId: world.own.cohorts.closed.id,
  key: "",
  kind: "choice",
  label: "Hvor mange år har du været leder?",
  hint: "",
  options: "Under to\nTo eller flere",
  minimum: "",
  maximum: "",
  condition: "",
});

export const actionRows: readonly ActionRow[] = [
  { action: saveQuestionAction, input: wholeQuestion, allowed: staff },
  {
    action: moveQuestionAction,
    input: async (world, client) => ({
      cohortId: world.own.cohorts.closed.id,
      key: await withQuestions(world, client),
      direction: "down",
    }),
    allowed: staff,
  },
  {
    action: removeQuestionAction,
    input: async (world, client) => ({
      cohortId: world.own.cohorts.closed.id,
      key: await withQuestions(world, client),
    }),
    allowed: staff,
  },
  {
    action: editAdmissionAction,
    input: async (world, client) => {
      const { id, version } = await client.cohort.findUniqueOrThrow({
        where: { id: world.own.cohorts.closed.id },
      });
      return { cohortId: id, version: String(version), criteria: "Er leder", approvalDays: "10" };
    },
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "applications/queries/get-form-builder",
    permission: "cohort.manage",
    call: (acting, world) => getFormBuilder(acting, world.own.cohorts.open.id),
    allowed: staff,
  },
  {
    query: "applications/queries/get-cohort-figures",
    permission: "application.decide",
    call: (acting, world) => getCohortFigures(acting, world.own.cohorts.open.id),
    allowed: staff,
  },
  {
    query: "applications/queries/get-file",
    permission: "application.decide",
    call: async (acting, world) => {
      const { id: applicationId, personId } = world.own.applications.submitted;
      const cohortId = world.own.cohorts.open.id;
      const newest = await database().applicationForm.count({ where: { cohortId } });
      const form = await database().applicationForm.create({
        data: {
          cohortId,
          number: newest + 1,
          questions: { create: [{ key: "qcv", position: 1, kind: "file", label: "CV" }] },
        },
        include: { questions: true },
      });
      const file = await database().storedFile.create({
        data: {
          name: "cv.pdf",
          mediaType: "application/pdf",
          size: 5,
          sha256: "0".repeat(64),
          ownerId: personId,
        },
      });
      const questionId = form.questions[0]?.id ?? "";
      await database().applicationAnswer.create({
        data: { applicationId, questionId, fileId: file.id },
      });
      return getFile(acting, file.id);
    },
    allowed: staff,
  },
];
