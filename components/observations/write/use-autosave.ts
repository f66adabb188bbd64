"use client";

import { useRouter } from "next/navigation";
import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/lib/core/action-state";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import type { DraftBase } from "@/lib/observations/rules/draft-merge";
import { findDraft, keepDraft } from "./device-store";
import { readFields, writeFields } from "./draft-fields";
import { DraftSaver, type LocalCopy, type SaverPorts, type SaverView } from "./draft-saver";
import { SaveQueue } from "./save-queue";

type Autosave = {
  /** Whose device copy it is. */
  person: string;
  observation: ObservationView;
  action: FormAction;
  form: RefObject<HTMLFormElement | null>;
  /** What the server has; it changes with every answer of the server's. */
  saved: DraftBase;
};

type Held = { form: HTMLFormElement | null; observation: ObservationView };

function makeSaver(
  { person, action, saved }: Autosave,
  held: RefObject<Held>,
  show: (view: SaverView) => void,
  refetch: () => void,
): DraftSaver {
  const names = Object.keys(saved.fields);
  function element(): HTMLFormElement {
    if (!held.current.form) throw new Error("the form is saved before it is there");
    return held.current.form;
  }
  const onDevice = () => {
    const { observation } = held.current;
    return { person, id: observation.id, view: observation, keptAt: Date.now() };
  };
  const ports: SaverPorts = {
    queue: new SaveQueue(action, saved.version),
    form: () => new FormData(element()),
    read: () => readFields(element(), names),
    write: (fields: DraftBase["fields"]) => writeFields(element(), fields),
    keep: ({ base, fields }: LocalCopy) => keepDraft({ ...onDevice(), base, fields }),
    drop: (base: DraftBase) => void keepDraft({ ...onDevice(), base, fields: null }),
    refetch,
    show,
    now: () => new Date(),
    later(work: () => void, ms: number) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  };
  return new DraftSaver(ports, saved);
}

/** The saver of a form on this page: made once, told of typing, of the network, and of leaving. */
export function useAutosave(settings: Autosave) {
  const { person, observation, form, saved } = settings;
  const router = useRouter();
  const [view, setView] = useState<SaverView>({
    status: { kind: "ready" },
    deviceFull: false,
    conflict: null,
    taken: [],
  });
  // React lets go of a ref before it tells an effect that the page goes, which is when the last words are kept: the element itself
  // stays readable.
  const held = useRef<Held>({ form: null, observation });
  held.current.observation = observation;
  const [saver] = useState(() =>
    makeSaver(settings, held, setView, () => startTransition(() => router.refresh())),
  );
  const latest = useRef(saved);
  latest.current = saved;

  useEffect(() => {
    held.current.form = form.current;
    let gone = false;
    void findDraft(person, held.current.observation.id).then((kept) => {
      if (gone) return;
      saver.open(latest.current, kept?.fields ? { base: kept.base, fields: kept.fields } : null);
    });
    const leaving = () => saver.keep();
    const back = () => saver.retry();
    window.addEventListener("pagehide", leaving);
    document.addEventListener("visibilitychange", leaving);
    window.addEventListener("online", back);
    return () => {
      gone = true;
      window.removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("online", back);
      saver.close();
    };
  }, [saver, form, person]);

  // What the server has comes with a new version; the text alone is no news.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what tells
  useEffect(() => saver.arrived(latest.current), [saver, saved.version]);

  return { ...view, saver };
}
