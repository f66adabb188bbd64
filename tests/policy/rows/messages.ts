import { type Db, database } from "@/lib/db/client";
import { getTemplateSheet } from "@/lib/lists/queries/get-template-sheet";
import {
  addReminderAction,
  callOffMessageAction,
  removeReminderAction,
  removeTemplateAction,
  saveTemplateAction,
  sendMessageAction,
} from "@/lib/messages/actions";
import { getPreview } from "@/lib/messages/queries/get-preview";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { listTemplates } from "@/lib/messages/queries/list-templates";
import { inDays, unique } from "../../factories/unique";
import type { World } from "../../factories/world";
import type { ActionRow, QueryRow } from "../row";

const staff = ["staff", "colleagueStaff"] as const;
const cohortOf = ({ own }: World) => own.cohorts.running.id;

/** A template of its own on the running cohort. */
async function template(db: Db, world: World): Promise<string> {
  const { id } = await db.messageTemplate.create({
    data: {
      cohortId: cohortOf(world),
      name: unique("Skabelon"),
      createdAt: new Date(),
      texts: { create: { locale: "da", subject: "Hej", body: "Vi ses" } },
    },
  });
  return id;
}

async function scheduled(db: Db, world: World) {
  const { id, version } = await db.message.create({
    data: {
      cohortId: cohortOf(world),
      templateName: "Skabelon",
      audience: "participants",
      sendAt: inDays(5),
      createdAt: new Date(),
    },
  });
  return { messageId: id, version: String(version) };
}

const none = { subject: "", body: "" };

export const actionRows: readonly ActionRow[] = [
  {
    action: saveTemplateAction,
    input: (world) => ({
      cohortId: cohortOf(world),
      templateId: "",
      version: "0",
      name: unique("Ny"),
      texts: { da: { subject: "Hej", body: "Vi ses" }, sv: none, en: none },
    }),
    allowed: staff,
  },
  {
    action: removeTemplateAction,
    input: async (world, db) => ({ cohortId: cohortOf(world), templateId: await template(db, world) }),
    allowed: staff,
  },
  {
    action: sendMessageAction,
    input: async (world, db) => ({
      cohortId: cohortOf(world),
      templateId: await template(db, world),
      audience: "participants",
      sessionId: "",
      sendOn: "",
      sendTime: "",
    }),
    allowed: staff,
  },
  {
    action: callOffMessageAction,
    input: async (world, db) => ({ cohortId: cohortOf(world), ...(await scheduled(db, world)) }),
    allowed: staff,
  },
  {
    action: addReminderAction,
    input: async (world, db) => ({
      cohortId: cohortOf(world),
      templateId: await template(db, world),
      kind: "session",
      hoursBefore: "48",
    }),
    allowed: staff,
  },
  {
    action: removeReminderAction,
    input: async (world, db) => {
      const templateId = await template(db, world);
      const { id } = await db.messageReminder.create({
        data: { templateId, kind: "session", hoursBefore: 24, createdAt: new Date() },
      });
      return { cohortId: cohortOf(world), reminderId: id };
    },
    allowed: staff,
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "lists/queries/get-template-sheet",
    permission: "message.view",
    call: async (acting, world) => {
      await template(database(), world);
      return getTemplateSheet(acting, cohortOf(world), "da");
    },
    allowed: staff,
  },
  {
    query: "messages/queries/list-templates",
    permission: "cohort.manage",
    call: async (acting, world) => {
      await template(database(), world);
      return listTemplates(acting, cohortOf(world));
    },
    allowed: staff,
  },
  {
    query: "messages/queries/list-messages",
    permission: "cohort.manage",
    call: async (acting, world) => {
      await scheduled(database(), world);
      return (await listMessages(acting, cohortOf(world), 1)).rows;
    },
    allowed: staff,
  },
  {
    query: "messages/queries/get-preview",
    permission: "cohort.manage",
    call: async (acting, world) => getPreview(acting, await template(database(), world), "", new Date()),
    allowed: staff,
  },
];
