"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { addMaterialAction, addSessionMaterialAction } from "@/lib/materials/actions";
import { addMaterialInput, addSessionMaterialInput } from "@/lib/materials/schema";

type FrameProps = { className?: string; children: ReactNode };

/** The form around a new material of a programme's draft. */
export function AddMaterialFrame(props: FrameProps) {
  return <ActionForm action={addMaterialAction} schema={addMaterialInput} resetOnOk {...props} />;
}

/** The form around a new material of a session. */
export function AddSessionMaterialFrame(props: FrameProps) {
  return (
    <ActionForm action={addSessionMaterialAction} schema={addSessionMaterialInput} resetOnOk {...props} />
  );
}
