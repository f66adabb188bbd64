"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { UploadProgress } from "@/components/ui/upload-progress";
import { useStreamedFile } from "@/components/ui/use-streamed-file";
import { addMaterialAction, addSessionMaterialAction } from "@/lib/materials/actions";
import { addMaterialInput, addSessionMaterialInput } from "@/lib/materials/schema";

/** The form around a new material of a programme's draft. */
export function AddMaterialFrame({ children, ...look }: FrameProps) {
  const { send, sending, stop } = useStreamedFile({
    to: "/api/materials/programmes",
    field: "file",
    action: addMaterialAction,
  });
  return (
    <ActionForm action={addMaterialAction} send={send} schema={addMaterialInput} resetOnOk {...look}>
      {children}
      <UploadProgress sending={sending} onStop={stop} />
    </ActionForm>
  );
}

/** The form around a new material of a session. */
export function AddSessionMaterialFrame({ children, ...look }: FrameProps) {
  const { send, sending, stop } = useStreamedFile({
    to: "/api/materials/sessions",
    field: "file",
    action: addSessionMaterialAction,
  });
  return (
    <ActionForm
      action={addSessionMaterialAction}
      send={send}
      schema={addSessionMaterialInput}
      resetOnOk
      {...look}
    >
      {children}
      <UploadProgress sending={sending} onStop={stop} />
    </ActionForm>
  );
}
