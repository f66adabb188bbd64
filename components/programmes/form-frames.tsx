"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import {
  addTrackAction,
  copyProgrammeAction,
  createProgrammeAction,
  editTrackAction,
  saveDraftAction,
} from "@/lib/programmes/actions";
import {
  addTrackInput,
  copyProgrammeInput,
  createProgrammeInput,
  editTrackInput,
  saveDraftInput,
} from "@/lib/programmes/schema";

/** The form around a new programme, checked in the browser by the action's own schema. */
export function CreateProgrammeFrame(props: FrameProps) {
  return <ActionForm action={createProgrammeAction} schema={createProgrammeInput} {...props} />;
}

/** The form around a programme made out of another one. */
export function CopyProgrammeFrame(props: FrameProps) {
  return <ActionForm action={copyProgrammeAction} schema={copyProgrammeInput} {...props} />;
}

/** The form around a draft's words. */
export function SaveDraftFrame(props: FrameProps) {
  return <ActionForm action={saveDraftAction} schema={saveDraftInput} {...props} />;
}

/** The form around a new track; it empties itself for the next one. */
export function AddTrackFrame(props: FrameProps) {
  return <ActionForm action={addTrackAction} schema={addTrackInput} resetOnOk {...props} />;
}

/** The form around a track that is there. */
export function EditTrackFrame(props: FrameProps) {
  return <ActionForm action={editTrackAction} schema={editTrackInput} {...props} />;
}
