"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { addSchoolHolidayAction } from "@/lib/holidays/actions";
import { addSchoolHolidayInput } from "@/lib/holidays/schema";

/** The form around a new school holiday. */
export function AddSchoolHolidayFrame(props: FrameProps) {
  return <ActionForm action={addSchoolHolidayAction} schema={addSchoolHolidayInput} resetOnOk {...props} />;
}
