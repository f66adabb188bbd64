"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { createAgreementAction, editAgreementAction, setSeatsAction } from "@/lib/agreements/actions";
import { createAgreementInput, editAgreementInput, setSeatsInput } from "@/lib/agreements/schema";

/** The form around a new agreement. */
export function CreateAgreementFrame(props: FrameProps) {
  return <ActionForm action={createAgreementAction} schema={createAgreementInput} {...props} />;
}

/** The form around an agreement that is there. */
export function EditAgreementFrame(props: FrameProps) {
  return <ActionForm action={editAgreementAction} schema={editAgreementInput} {...props} />;
}

/** The form around a number of seats for a partner. */
export function SetSeatsFrame(props: FrameProps) {
  return <ActionForm action={setSeatsAction} schema={setSeatsInput} resetOnOk {...props} />;
}
