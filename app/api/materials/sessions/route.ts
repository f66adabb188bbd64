import { streamedAction } from "@/lib/auth/streamed-action";
import { MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";
import { addSessionMaterialAction } from "@/lib/materials/actions";

/** A file that is handed out with a session, sent piece by piece. */
export const POST = streamedAction(addSessionMaterialAction, {
  field: "file",
  most: MATERIAL_MAX_BYTES,
});
