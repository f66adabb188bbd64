"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { addMaterialAction } from "@/lib/programmes/actions";
import { addMaterialInput } from "@/lib/programmes/schema";
import { addSessionMaterialAction } from "@/lib/sessions/actions";
import { addSessionMaterialInput } from "@/lib/sessions/schema";

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
