"use client";

import { ActionForm, type FrameProps } from "@/components/ui/action-form";
import { answerEnquiryAction } from "@/lib/enquiries/actions";
import { answerEnquiryInput } from "@/lib/enquiries/schema";

/** The form around an answer. */
export function AnswerEnquiryFrame(props: FrameProps) {
  return <ActionForm action={answerEnquiryAction} schema={answerEnquiryInput} {...props} />;
}
