"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { ActionState } from "@/lib/core/action-state";

/** A step that was just taken on this page: what was sent with it. */
const steps = new EventTarget();

class StepTaken extends Event {
  readonly sent: FormData;
  constructor(sent: FormData) {
    super("taken");
    this.sent = sent;
  }
}

/** Tells the other forms of the page that what was sent has been done: their texts rest on the version after it. */
export function announceStep(sent: FormData): void {
  if (sent.has("version")) steps.dispatchEvent(new StepTaken(sent));
}

/** Whether two forms are about one thing: they name one and the same, as `cohortId` and its like. */
function ofOneThing(form: HTMLFormElement, sent: FormData): boolean {
  for (const [name, value] of new FormData(form))
    if (name.endsWith("Id") && sent.get(name) === value) return true;
  return false;
}

/**
 * The version that was on the page when somebody began to write in the form. Another form's answer may draw the page anew, with what
 * a colleague has changed meanwhile: the text in this one still rests on what was read before, and is to be refused as such. What
 * the same person does elsewhere on the page moves it on by one.
 */
export function useVersionRead(form: RefObject<HTMLFormElement | null>) {
  const read = useRef<string | null>(null);
  const sent = useRef<FormData | null>(null);
  useEffect(() => {
    const moveOn = (event: Event) => {
      if (!(event instanceof StepTaken) || read.current === null || !form.current) return;
      if (event.sent.get("version") === read.current && ofOneThing(form.current, event.sent))
        read.current = String(Number(read.current) + 1);
    };
    steps.addEventListener("taken", moveOn);
    return () => steps.removeEventListener("taken", moveOn);
  }, [form]);
  return {
    /** Something was written. */
    hold: () => {
      const field = form.current?.elements.namedItem("version");
      if (field instanceof HTMLInputElement) read.current ??= field.value;
    },
    /** What is sent, with the version that it rests on. */
    complete: (data: FormData) => {
      if (read.current !== null) data.set("version", read.current);
      sent.current = data;
      return data;
    },
    /** The other forms hear of success. After it, and once it was said that there is a newer version, the next text rests on what is shown then. */
    answered: (state: ActionState) => {
      if (state.status !== "error" || state.code === "conflict") read.current = null;
      if (state.status === "ok" && sent.current) announceStep(sent.current);
    },
  };
}
