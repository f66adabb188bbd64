"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { addUnavailabilityAction } from "@/lib/unavailability/actions";
import { addUnavailabilityInput } from "@/lib/unavailability/schema";

/** The form around a period in which somebody cannot. */
export function UnavailabilityFrame(props: FrameProps) {
  return <ActionForm action={addUnavailabilityAction} schema={addUnavailabilityInput} resetOnOk {...props} />;
}
