"use server";

import { action } from "@/lib/auth/action";
import { mayWriteObservation } from "@/lib/auth/policy/observations";
import { attachFile, detachFile } from "./commands/attach-file";
import { loadObservation } from "./commands/load-observation";
import { attachFileSchema, detachFileSchema } from "./schema";

/** An assessor puts a file beside a draft. */
export const attachFileAction = action({
  name: "observation.attach",
  permission: "observation.write",
  input: attachFileSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayWriteObservation,
  async run(work, observation, { criterionId, caption, file }) {
    await attachFile(work, observation, { criterionId, caption, file });
    return { message: "observations.files.attached" };
  },
});

/** An assessor takes a file off a draft. */
export const detachFileAction = action({
  name: "observation.detach",
  permission: "observation.write",
  input: detachFileSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayWriteObservation,
  async run(work, observation, { fileId }) {
    await detachFile(work, observation, fileId);
    return { message: "observations.files.detached" };
  },
});
