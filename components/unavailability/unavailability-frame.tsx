"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { addUnavailabilityAction } from "@/lib/unavailability/actions";
import { addUnavailabilityInput } from "@/lib/unavailability/schema";

/** The form around a period in which somebody cannot. */
export function UnavailabilityFrame(props: { className?: string; children: ReactNode }) {
  return <ActionForm action={addUnavailabilityAction} schema={addUnavailabilityInput} resetOnOk {...props} />;
}
