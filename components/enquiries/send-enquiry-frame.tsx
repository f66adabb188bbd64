"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { sendEnquiryAction } from "@/lib/enquiries/actions";

type FrameProps = { defaultValues?: Record<string, unknown>; className?: string; children: ReactNode };

const sendEnquirySchema = () => import("@/lib/enquiries/schema").then((module) => module.sendEnquiryInput);

/** The form around an enquiry, checked in the browser by the action's own schema once somebody writes in it. */
export function SendEnquiryFrame(props: FrameProps) {
  return <ActionForm action={sendEnquiryAction} schema={sendEnquirySchema} {...props} />;
}
