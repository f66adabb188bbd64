"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { answerEnquiryAction, sendEnquiryAction } from "@/lib/enquiries/actions";
import { answerEnquiryInput, sendEnquiryInput } from "@/lib/enquiries/schema";

type FrameProps = { defaultValues?: Record<string, unknown>; className?: string; children: ReactNode };

/** The form around an enquiry, checked in the browser by the action's own schema. */
export function SendEnquiryFrame(props: FrameProps) {
  return <ActionForm action={sendEnquiryAction} schema={sendEnquiryInput} {...props} />;
}

/** The form around an answer. */
export function AnswerEnquiryFrame(props: FrameProps) {
  return <ActionForm action={answerEnquiryAction} schema={answerEnquiryInput} {...props} />;
}
