import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";

const id = z.uuid();
const version = z.coerce.number().int().min(1).max(1_000_000);
const text = { usersInvolved: freeText(2_000), methodsUsed: freeText(2_000) };

/** The first words about a project. */
export const proposeProjectSchema = z.object({
  enrolmentId: id,
  title: shortText(160, { required: true }),
  task: freeText(4_000, { required: true }),
  ...text,
});
/** Title and task may be left out: once agreed they are fixed. */
export const editProjectSchema = z.object({
  projectId: id,
  version,
  title: shortText(160),
  task: freeText(4_000),
  ...text,
});
export const projectSchema = z.object({ projectId: id, version });
export const concludeProjectSchema = z.object({
  projectId: id,
  version,
  outcome: freeText(6_000, { required: true }),
});
