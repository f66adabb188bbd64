"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { sendEnquiryAction } from "@/lib/enquiries/actions";

const sendEnquirySchema = () => import("@/lib/enquiries/schema").then((module) => module.sendEnquiryInput);

/** The form around an enquiry, checked in the browser by the action's own schema once somebody writes in it. */
export function SendEnquiryFrame(props: FrameProps) {
  return <ActionForm action={sendEnquiryAction} schema={sendEnquirySchema} {...props} />;
}
