"use client";

import { useRouter } from "next/navigation";
import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/lib/core/action-state";
import { type DraftFields, readFields, writeFields } from "./draft-fields";
import { DraftSaver, type SaverView } from "./draft-saver";
import { dropCopy, findCopy, keepCopy } from "./local-copy";
import { SaveQueue } from "./save-queue";

type Autosave = {
  observationId: string;
  action: FormAction;
  form: RefObject<HTMLFormElement | null>;
  /** What the server has, and its version; they change with every answer of the server's. */
  saved: DraftFields;
  version: number;
};

/** The saver of a form on this page: made once, told of typing, of the network, and of leaving. */
export function useAutosave({ observationId, action, form, saved, version }: Autosave) {
  const router = useRouter();
  const [view, setView] = useState<SaverView>({
    status: { kind: "ready" },
    deviceFull: false,
    conflict: null,
  });
  const names = Object.keys(saved);
  // React lets go of a ref before it tells an effect that the page goes, which is when the last words are kept: the element itself
  // stays readable.
  const held = useRef<HTMLFormElement>(null);
  const [saver] = useState(() => {
    function element(): HTMLFormElement {
      if (!held.current) throw new Error("the form is saved before it is there");
      return held.current;
    }
    return new DraftSaver({
      queue: new SaveQueue(action, version),
      form: () => new FormData(element()),
      read: () => readFields(element(), names),
      write: (fields) => writeFields(element(), fields),
      keep: (copy) => keepCopy(observationId, copy),
      find: () => findCopy(observationId, names),
      drop: () => dropCopy(observationId),
      refetch: () => startTransition(() => router.refresh()),
      show: setView,
      now: () => new Date(),
      later(work, ms) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
  });
  const opened = useRef(saved);

  useEffect(() => {
    held.current = form.current;
    saver.open(opened.current);
    const leaving = () => saver.keep();
    const back = () => saver.retry();
    window.addEventListener("pagehide", leaving);
    document.addEventListener("visibilitychange", leaving);
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("online", back);
      saver.close();
    };
  }, [saver, form]);

  // What the server has comes with a new version; the text alone is no news.
  const arrived = useRef(saved);
  arrived.current = saved;
  useEffect(() => saver.arrived(arrived.current, version), [saver, version]);

  return { ...view, saver };
}
