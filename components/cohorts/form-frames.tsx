"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import {
  addFacilitatorAction,
  changeCapacityAction,
  changeCohortStateAction,
  copyCohortAction,
  createCohortAction,
  editCohortAction,
} from "@/lib/cohorts/actions";
import {
  addFacilitatorInput,
  changeCapacityInput,
  changeStateInput,
  copyCohortInput,
  createCohortInput,
  editCohortInput,
} from "@/lib/cohorts/schema";

/** The form around a new cohort, checked in the browser by the action's own schema. */
export function CreateCohortFrame(props: FrameProps) {
  return <ActionForm action={createCohortAction} schema={createCohortInput} {...props} />;
}

/** The form around a cohort that is repeated. */
export function CopyCohortFrame(props: FrameProps) {
  return <ActionForm action={copyCohortAction} schema={copyCohortInput} {...props} />;
}

/** The form around what a cohort is. */
export function EditCohortFrame(props: FrameProps) {
  return <ActionForm action={editCohortAction} schema={editCohortInput} {...props} />;
}

/** The form around the number of seats. */
export function CapacityFrame(props: FrameProps) {
  return <ActionForm action={changeCapacityAction} schema={changeCapacityInput} {...props} />;
}

/** The form around a change of state. */
export function StateChangeFrame(props: FrameProps) {
  return <ActionForm action={changeCohortStateAction} schema={changeStateInput} {...props} />;
}

/** The form around somebody who joins the team. */
export function AddFacilitatorFrame(props: FrameProps) {
  return <ActionForm action={addFacilitatorAction} schema={addFacilitatorInput} resetOnOk {...props} />;
}
