"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import {
  addRoomAction,
  addSessionAction,
  addSessionRowAction,
  editSessionAction,
  setObligationsAction,
} from "@/lib/sessions/actions";
import {
  addRoomInput,
  addSessionInput,
  addSessionRowInput,
  editSessionInput,
  setObligationsInput,
} from "@/lib/sessions/schema";

/** The form around a new session, checked in the browser by the action's own schema. */
export function AddSessionFrame(props: FrameProps) {
  return <ActionForm action={addSessionAction} schema={addSessionInput} {...props} />;
}

/** The form around several sessions in a pattern. */
export function AddSessionRowFrame(props: FrameProps) {
  return <ActionForm action={addSessionRowAction} schema={addSessionRowInput} {...props} />;
}

/** The form around a session that is there. */
export function EditSessionFrame(props: FrameProps) {
  return <ActionForm action={editSessionAction} schema={editSessionInput} {...props} />;
}

/** The form around one rule for several sessions. */
export function SetObligationsFrame(props: FrameProps) {
  return <ActionForm action={setObligationsAction} schema={setObligationsInput} {...props} />;
}

/** The form around a new room. */
export function AddRoomFrame(props: FrameProps) {
  return <ActionForm action={addRoomAction} schema={addRoomInput} resetOnOk {...props} />;
}
