import { streamedAction } from "@/lib/auth/streamed-action";
import { MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";
import { addMaterialAction } from "@/lib/materials/actions";

/** A file of a programme's draft, sent piece by piece. */
export const POST = streamedAction(addMaterialAction, { field: "file", most: MATERIAL_MAX_BYTES });
