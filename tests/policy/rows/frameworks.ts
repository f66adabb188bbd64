import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  addCriterionAction,
  approveFrameworkAction,
  createFrameworkAction,
  discardFrameworkAction,
  moveCriterionAction,
  removeCriterionAction,
  retireFrameworkAction,
  saveCriterionAction,
  saveSchemeAction,
  startNextFrameworkAction,
  takeFrameworkIntoUseAction,
} from "@/lib/frameworks/framework-actions";
import { getFramework } from "@/lib/frameworks/queries/get-framework";
import { listFrameworks } from "@/lib/frameworks/queries/list-frameworks";
import { getFrameworkSheet } from "@/lib/lists/queries/get-framework-sheet";
import { type FrameworkOptions, makeFramework } from "../../factories/frameworks";
import { unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const certifiers = ["certifier", "colleagueCertifier"] as const;

/** A version of the own body in a state of its own, as a form names it. */
async function versionIn({ own }: World, client: PrismaClient, state: FrameworkOptions["state"]) {
  const made = await makeFramework(client, { certifyingBodyId: own.body.id, state, criteria: 3 });
  const { version } = await client.frameworkVersion.findUniqueOrThrow({ where: { id: made.versionId } });
  const fields = { frameworkVersionId: made.versionId, version: String(version) };
  return { made, fields, criterionId: made.criteria[0]?.id ?? "" };
}

const inThree = <T>(text: T) => ({ da: text, sv: text, en: text });

export const actionRows: readonly ActionRow[] = [
  {
    // Whoever certifies begins a framework, and for no other body than their own.
    action: createFrameworkAction,
    input: ({ own }) => ({ certifyingBodyId: own.body.id, title: unique("Ramme") }),
    allowed: certifiers,
  },
  {
    action: startNextFrameworkAction,
    input: async (world, client) => ({
      frameworkId: (await versionIn(world, client, "in_use")).made.frameworkId,
    }),
    allowed: certifiers,
  },
  {
    action: discardFrameworkAction,
    input: async (world, client) => (await versionIn(world, client, "draft")).fields,
    allowed: certifiers,
  },
  {
    action: saveSchemeAction,
    input: async (world, client) => ({
      ...(await versionIn(world, client, "draft")).fields,
      minObservations: "2",
      minAssessors: "2",
      attendanceMinimumPercent: "80",
      requiresConcludedProject: "on",
      responseDays: "14",
      certificateValidityMonths: "",
      texts: inThree({ title: "Rammen", scope: "Omfang" }),
    }),
    allowed: certifiers,
  },
  {
    action: addCriterionAction,
    input: async (world, client) => ({
      ...(await versionIn(world, client, "draft")).fields,
      code: "K9",
      continues: "",
      names: inThree("Lytter"),
    }),
    allowed: certifiers,
  },
  {
    action: saveCriterionAction,
    input: async (world, client) => {
      const { fields, criterionId } = await versionIn(world, client, "draft");
      const words = { name: "Lytter", description: "Hører efter", indicators: "Spørger" };
      const levels = { notReached: "Nej", partly: "Lidt", reached: "Ja" };
      return {
        ...fields,
        criterionId,
        code: "K1",
        minOccasions: "1",
        texts: inThree({ ...words, ...levels }),
      };
    },
    allowed: certifiers,
  },
  {
    action: moveCriterionAction,
    input: async (world, client) => {
      const { fields, criterionId } = await versionIn(world, client, "draft");
      return { ...fields, criterionId, direction: "down" };
    },
    allowed: certifiers,
  },
  {
    action: removeCriterionAction,
    input: async (world, client) => {
      const { fields, criterionId } = await versionIn(world, client, "draft");
      return { ...fields, criterionId };
    },
    allowed: certifiers,
  },
  {
    action: approveFrameworkAction,
    input: async (world, client) => (await versionIn(world, client, "draft")).fields,
    allowed: certifiers,
  },
  {
    action: takeFrameworkIntoUseAction,
    input: async (world, client) => (await versionIn(world, client, "approved")).fields,
    allowed: certifiers,
  },
  {
    action: retireFrameworkAction,
    input: async (world, client) => (await versionIn(world, client, "in_use")).fields,
    allowed: certifiers,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "frameworks/queries/list-frameworks",
    permission: "framework.manage",
    call: (acting) => listFrameworks(acting, "da"),
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.framework.versionId),
  },
  {
    query: "lists/queries/get-framework-sheet",
    permission: "framework.manage",
    call: async (acting, { own }) => {
      const { person } = await database().frameworkApproval.findFirstOrThrow({
        where: { frameworkVersionId: own.framework.versionId },
        select: { person: { select: { name: true } } },
      });
      const { rows } = await getFrameworkSheet(acting, "da");
      return rows.filter((row) => JSON.stringify(row).includes(person.name));
    },
    allowed: certifiers,
  },
  {
    query: "frameworks/queries/get-framework",
    permission: "framework.manage",
    call: (acting, { own }) => getFramework(acting, own.framework.versionId),
    allowed: certifiers,
  },
];
