"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { answerEnquiryAction } from "@/lib/enquiries/actions";
import { answerEnquiryInput } from "@/lib/enquiries/schema";

type FrameProps = { defaultValues?: Record<string, unknown>; className?: string; children: ReactNode };

/** The form around an answer. */
export function AnswerEnquiryFrame(props: FrameProps) {
  return <ActionForm action={answerEnquiryAction} schema={answerEnquiryInput} {...props} />;
}
