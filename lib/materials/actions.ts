"use server";

import { action } from "@/lib/auth/action";
import { mayHandOut } from "@/lib/auth/policy/materials";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { loadVersion } from "@/lib/programmes/facts/load-version";
import { loadSession } from "@/lib/sessions/facts/load-session";
import { addMaterial, removeMaterial } from "./commands/edit-programme-materials";
import { addSessionMaterial, removeSessionMaterial } from "./commands/edit-session-materials";
import {
  addMaterialInput,
  addSessionMaterialInput,
  removeMaterialInput,
  removeSessionMaterialInput,
} from "./schema";

/** Staff add a material to a programme's draft. */
export const addMaterialAction = action({
  name: "programmeVersion.addMaterial",
  permission: "programme.manage",
  input: addMaterialInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { versionId: _, ...content }) => {
    await addMaterial(work, loaded, content);
    return { message: "planning.material.added" };
  },
});

/** Staff take a material off a programme's draft. */
export const removeMaterialAction = action({
  name: "programmeVersion.removeMaterial",
  permission: "programme.manage",
  input: removeMaterialInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { materialId }) => {
    await removeMaterial(work, loaded, materialId);
    return { message: "planning.material.removed" };
  },
});

/** Whoever teaches a session, or staff, hand out a material with it. */
export const addSessionMaterialAction = action({
  name: "session.addMaterial",
  permission: "material.handOut",
  input: addSessionMaterialInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayHandOut,
  run: async (work, session, { sessionId: _, phase, ...content }) => {
    await addSessionMaterial(work, session, phase, content);
    return { message: "planning.material.added" };
  },
});

/** Whoever teaches a session, or staff, take a material back. */
export const removeSessionMaterialAction = action({
  name: "session.removeMaterial",
  permission: "material.handOut",
  input: removeSessionMaterialInput,
  load: (work, { sessionId }) => loadSession(work, sessionId),
  policy: mayHandOut,
  run: async (work, session, { materialId }) => {
    await removeSessionMaterial(work, session, materialId);
    return { message: "planning.material.removed" };
  },
});
