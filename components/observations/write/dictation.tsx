"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { microphoneBarred, type Problem, problemOf, type Recognition, recognition } from "./speech";

type Dictation = {
  /** The person has asked for it on this page. */
  readonly on: boolean;
  /** What listens now: one field at a time. */
  readonly listening: RefObject<Recognition | null>;
};

const Dictating = createContext<Dictation | null>(null);
const LANGUAGES: Record<string, string> = { da: "da-DK", sv: "sv-SE", en: "en-GB" };
/** Survives the one reload that gives a page the microphone, and nothing else. */
const ASKED = "praksis.dictation.asked";

/**
 * Whether evidence may be dictated: only after the person has asked for it on this page and read where their voice goes. Off by default,
 * and off again when the page is opened anew. It stands in the server's page too, also where the browser turns out not to be able to: what
 * is below it stays where it is.
 */
export function DictationSwitch({ children }: { children: ReactNode }) {
  const t = useTranslations("observations.dictation");
  const listening = useRef<Recognition | null>(null);
  const [possible, setPossible] = useState(false);
  const [on, setOn] = useState(false);
  useEffect(() => {
    setPossible(recognition() !== null);
    if (sessionStorage.getItem(ASKED)) setOn(!microphoneBarred());
    sessionStorage.removeItem(ASKED);
    // Nobody is listened to who has left the page, or looks at another.
    const leave = () => {
      if (document.visibilityState === "hidden") listening.current?.abort();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      listening.current?.abort();
    };
  }, []);
  function turn() {
    if (on) listening.current?.abort();
    else if (microphoneBarred()) {
      sessionStorage.setItem(ASKED, "1");
      return location.reload();
    }
    setOn(!on);
  }
  return (
    <Dictating value={useMemo(() => ({ on, listening }), [on])}>
      <details className="rounded-lg bg-sunken px-5 py-1">
        <summary className="flex min-h-target items-center font-medium text-accent">{t("title")}</summary>
        <div className="grid justify-items-start gap-3 pb-4">
          <p className="max-w-prose">{t(possible ? "privacy" : "impossible")}</p>
          {possible ? (
            <Button tone="secondary" aria-pressed={on} onClick={turn}>
              {t(on ? "switchOff" : "switchOn")}
            </Button>
          ) : null}
        </div>
      </details>
      {children}
    </Dictating>
  );
}

type Heard = {
  readonly listens: boolean;
  /** What is being said, not yet certain: shown, and kept nowhere. */
  readonly interim: string;
  readonly problem: Problem | null;
};
const silent: Heard = { listens: false, interim: "", problem: null };

/** Listens on behalf of one field until it is told to stop, another field is dictated, or the engine ends by itself. */
function useListening(listening: Dictation["listening"] | undefined, onWords: (words: string) => void) {
  const locale = useLocale();
  const [heard, setHeard] = useState(silent);
  const write = useRef(onWords);
  write.current = onWords;
  function listen() {
    const Recognise = recognition();
    if (!Recognise || !listening) return;
    listening.current?.abort();
    const one = new Recognise();
    one.lang = LANGUAGES[locale] ?? "da-DK";
    one.continuous = true;
    one.interimResults = true;
    one.onresult = ({ resultIndex, results }) => {
      let interim = "";
      for (let index = resultIndex; index < results.length; index++) {
        const result = results[index];
        const words = result?.[0]?.transcript.trim();
        if (words && result?.isFinal) write.current(words);
        else if (words) interim = `${interim} ${words}`.trim();
      }
      setHeard((before) => ({ ...before, interim }));
    };
    one.onerror = ({ error }) => setHeard((before) => ({ ...before, problem: problemOf(error) }));
    one.onend = () => {
      if (listening.current === one) listening.current = null;
      setHeard(({ problem }) => ({ ...silent, problem }));
    };
    listening.current = one;
    setHeard({ ...silent, listens: true });
    one.start();
  }
  return { ...heard, listen, stop: () => listening?.current?.stop() };
}

/** The button beside a text that takes down what is said; not there unless dictation is on. `onWords` gets each finished sentence. */
export function DictateButton({ label, onWords }: { label: string; onWords: (words: string) => void }) {
  const t = useTranslations("observations.dictation");
  const dictation = useContext(Dictating);
  const { listens, interim, problem, listen, stop } = useListening(dictation?.listening, onWords);
  if (!dictation?.on) return null;
  return (
    <div>
      <Button tone="quiet" aria-pressed={listens} onClick={listens ? stop : listen}>
        {t(listens ? "stop" : "start", { field: label })}
      </Button>
      {interim ? <p className="text-muted italic">{interim}</p> : null}
      <p role="status" className={problem ? "text-danger" : "sr-only"}>
        {problem ? t(`problem.${problem}`) : listens ? t("listening") : ""}
      </p>
    </div>
  );
}
