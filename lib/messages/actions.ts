"use server";
import { action } from "@/lib/auth/action";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { loadCohort } from "@/lib/cohorts/facts/load-cohort";
import { callOffMessage, scheduleMessage } from "./commands/send-message";
import { addReminder, removeReminder, removeTemplate, saveTemplate } from "./commands/write-template";
import {
  addReminderInput,
  messageInput,
  reminderInput,
  saveTemplateInput,
  sendMessageInput,
  templateInput,
} from "./schema";

/** Staff word a template of a cohort's messages. */
export const saveTemplateAction = action({
  name: "messageTemplate.save",
  permission: "message.send",
  input: saveTemplateInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { templateId, version, name, texts }) => {
    const id = await saveTemplate(work, cohort, templateId, version, { name, texts });
    return {
      message: "messages.template.saved",
      redirectTo: `/staff/cohorts/${cohort.id}/messages/templates/${id}`,
    };
  },
});

/** Staff throw a template away. */
export const removeTemplateAction = action({
  name: "messageTemplate.remove",
  permission: "message.send",
  input: templateInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { templateId }) => {
    await removeTemplate(work, cohort, templateId);
    return { message: "messages.template.removed", redirectTo: `/staff/cohorts/${cohort.id}/messages` };
  },
});

/** Staff send a message to a cohort's people, now or at a time. */
export const sendMessageAction = action({
  name: "message.send",
  permission: "message.send",
  input: sendMessageInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { cohortId: _, ...wish }) => {
    const { sent } = await scheduleMessage(work, cohort, wish);
    return {
      message: sent === null ? "messages.send.scheduled" : "messages.send.sent",
      redirectTo: `/staff/cohorts/${cohort.id}/messages`,
    };
  },
});

/** Staff call off a message that waits for its time. */
export const callOffMessageAction = action({
  name: "message.callOff",
  permission: "message.send",
  input: messageInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { messageId, version }) => {
    await callOffMessage(work, cohort, messageId, version);
    return { message: "messages.log.calledOff" };
  },
});

/** Staff have a template sent before each session or deadline. */
export const addReminderAction = action({
  name: "messageReminder.add",
  permission: "message.send",
  input: addReminderInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { templateId, kind, hoursBefore }) => {
    await addReminder(work, cohort, templateId, { kind, hoursBefore });
    return { message: "messages.reminder.added" };
  },
});

/** Staff end a reminder. */
export const removeReminderAction = action({
  name: "messageReminder.remove",
  permission: "message.send",
  input: reminderInput,
  load: (work, { cohortId }) => loadCohort(work, cohortId),
  policy: mayActForProvider,
  run: async (work, cohort, { reminderId }) => {
    await removeReminder(work, cohort, reminderId);
    return { message: "messages.reminder.removed" };
  },
});
