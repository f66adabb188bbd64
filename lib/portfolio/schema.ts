import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";

const id = z.uuid();
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
  version: rowVersion,
  title: shortText(160),
  task: freeText(4_000),
  ...text,
});
export const projectSchema = z.object({ projectId: id, version: rowVersion });
export const concludeProjectSchema = z.object({
  projectId: id,
  version: rowVersion,
  outcome: freeText(6_000, { required: true }),
});
