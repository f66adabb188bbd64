"use server";
import { organisationsAs } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { copyProgramme } from "./commands/copy-programme";
import { createProgramme } from "./commands/create-programme";
import { addTrack, editTrack, moveTrack, removeTrack } from "./commands/edit-tracks";
import { publishVersion, retireVersion } from "./commands/publish-version";
import { saveDraft } from "./commands/save-draft";
import { loadProgramme, startDraft } from "./commands/start-draft";
import { loadVersion } from "./facts/load-version";
import {
  addTrackInput,
  copyProgrammeInput,
  createProgrammeInput,
  editTrackInput,
  moveTrackInput,
  removeTrackInput,
  saveDraftInput,
  startDraftInput,
  versionInput,
} from "./schema";

/** Staff begin a programme. */
export const createProgrammeAction = action({
  name: "programme.create",
  permission: "programme.manage",
  input: createProgrammeInput,
  load: async ({ acting }, { providerId }) =>
    organisationsAs(acting, "staff").includes(providerId) ? { providerId } : null,
  policy: mayActForProvider,
  run: async (work, { providerId }, { title, slug, language }) => {
    const made = await createProgramme(work, { providerId, title, slug, language });
    return {
      message: "programmes.create.done",
      redirectTo: `/staff/programmes/${made.programmeId}/versions/${made.versionId}`,
    };
  },
});

/** Staff write a draft's words and terms. */
export const saveDraftAction = action({
  name: "programmeVersion.save",
  permission: "programme.manage",
  input: saveDraftInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { versionId: _, version, ...content }) => {
    await saveDraft(work, loaded, version, content);
    return { message: "programmes.draft.saved" };
  },
});

/** Staff add a track to a draft. */
export const addTrackAction = action({
  name: "track.add",
  permission: "programme.manage",
  input: addTrackInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { audience, name, description }) => {
    await addTrack(work, loaded, { audience, name, description });
    return { message: "programmes.tracks.added" };
  },
});

/** Staff change a track of a draft. */
export const editTrackAction = action({
  name: "track.edit",
  permission: "programme.manage",
  input: editTrackInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { trackId, audience, name, description }) => {
    await editTrack(work, loaded, trackId, { audience, name, description });
    return { message: "programmes.tracks.saved" };
  },
});

/** Staff move a track of a draft up or down. */
export const moveTrackAction = action({
  name: "track.move",
  permission: "programme.manage",
  input: moveTrackInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { trackId, direction }) => {
    await moveTrack(work, loaded, trackId, direction);
    return { message: "programmes.tracks.moved" };
  },
});

/** Staff take a track off a draft. */
export const removeTrackAction = action({
  name: "track.remove",
  permission: "programme.manage",
  input: removeTrackInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { trackId }) => {
    await removeTrack(work, loaded, trackId);
    return { message: "programmes.tracks.removed" };
  },
});

/** Staff publish a draft, which retires the version before. */
export const publishVersionAction = action({
  name: "programmeVersion.publish",
  permission: "programme.manage",
  input: versionInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { version }) => {
    await publishVersion(work, loaded, version);
    return { message: "programmes.publish.done", redirectTo: `/staff/programmes/${loaded.programmeId}` };
  },
});

/** Staff retire a published version. */
export const retireVersionAction = action({
  name: "programmeVersion.retire",
  permission: "programme.manage",
  input: versionInput,
  load: (work, { versionId }) => loadVersion(work, versionId),
  policy: mayActForProvider,
  run: async (work, loaded, { version }) => {
    await retireVersion(work, loaded, version);
    return { message: "programmes.retire.done", redirectTo: `/staff/programmes/${loaded.programmeId}` };
  },
});

/** Staff begin the next version's draft. */
export const startDraftAction = action({
  name: "programmeVersion.draft",
  permission: "programme.manage",
  input: startDraftInput,
  load: (work, { programmeId }) => loadProgramme(work, programmeId),
  policy: mayActForProvider,
  run: async (work, programme) => {
    const versionId = await startDraft(work, programme);
    return {
      message: "programmes.draft.started",
      redirectTo: `/staff/programmes/${programme.id}/versions/${versionId}`,
    };
  },
});

/** Staff make a programme out of another one. */
export const copyProgrammeAction = action({
  name: "programme.copy",
  permission: "programme.manage",
  input: copyProgrammeInput,
  load: (work, { programmeId }) => loadProgramme(work, programmeId),
  policy: mayActForProvider,
  run: async (work, programme, { title, slug }) => {
    const made = await copyProgramme(work, programme, { title, slug });
    return {
      message: "programmes.copy.done",
      redirectTo: `/staff/programmes/${made.programmeId}/versions/${made.versionId}`,
    };
  },
});
