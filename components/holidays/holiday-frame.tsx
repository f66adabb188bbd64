"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { addSchoolHolidayAction } from "@/lib/holidays/actions";
import { addSchoolHolidayInput } from "@/lib/holidays/schema";

/** The form around a new school holiday. */
export function AddSchoolHolidayFrame(props: { className?: string; children: ReactNode }) {
  return <ActionForm action={addSchoolHolidayAction} schema={addSchoolHolidayInput} resetOnOk {...props} />;
}
