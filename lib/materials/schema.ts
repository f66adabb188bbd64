import { z } from "zod";
import { MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";
import { shortText } from "@/lib/core/free-text";
import { MaterialPhase } from "@/lib/db/generated/enums";

/** A title, with a link or a file. A file input without a choice is left out of what a form sends. */
const materialFields = {
  title: shortText(160, { required: true }),
  link: z
    .literal("")
    .or(z.url({ protocol: /^https$/ }).max(500))
    .default(""),
  file: z.file().min(1, "fileEmpty").max(MATERIAL_MAX_BYTES, "fileTooBig").optional(),
  note: shortText(300),
};

/** What is handed out is one thing: a link or a file. */
function checkSource({ link, file }: { link: string; file?: File }, context: z.RefinementCtx): void {
  if ((link === "") !== (file === undefined)) return;
  context.addIssue({
    code: "custom",
    path: ["link"],
    message: file ? "linkAndFile" : "linkOrFile",
  });
}

export const addMaterialInput = z.object({ versionId: z.uuid(), ...materialFields }).superRefine(checkSource);
export const removeMaterialInput = z.object({ versionId: z.uuid(), materialId: z.uuid() });

export const addSessionMaterialInput = z
  .object({ sessionId: z.uuid(), phase: z.enum(MaterialPhase), ...materialFields })
  .superRefine(checkSource);
export const removeSessionMaterialInput = z.object({ sessionId: z.uuid(), materialId: z.uuid() });
