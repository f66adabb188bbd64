"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** As much of the Web Speech API as is used here; TypeScript's own library does not know it. */
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult:
    | ((event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void)
    | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(): void;
  stop(): void;
};
type Recognise = new () => Recognition;

function recognition(): Recognise | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Record<
    string,
    Recognise | undefined
  >;
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

const Allowed = createContext(false);
const LANGUAGES: Record<string, string> = { da: "da-DK", sv: "sv-SE", en: "en-GB" };

/**
 * Whether evidence may be dictated: only after the person has asked for it on this page and read where their voice goes. Off by default,
 * and off again when the page is opened anew. It stands in the server's page too, also where the browser turns out not to be able to: what
 * is below it stays where it is.
 */
export function DictationSwitch({ children }: { children: ReactNode }) {
  const t = useTranslations("observations.dictation");
  const [possible, setPossible] = useState(false);
  const [on, setOn] = useState(false);
  useEffect(() => setPossible(recognition() !== null), []);
  return (
    <Allowed value={on}>
      <details className="rounded-lg bg-sunken px-5 py-1">
        <summary className="flex min-h-target items-center font-medium text-accent">{t("title")}</summary>
        <div className="grid justify-items-start gap-3 pb-4">
          <p className="max-w-prose">{t(possible ? "privacy" : "impossible")}</p>
          {possible ? (
            <Button tone="secondary" aria-pressed={on} onClick={() => setOn(!on)}>
              {t(on ? "switchOff" : "switchOn")}
            </Button>
          ) : null}
        </div>
      </details>
      {children}
    </Allowed>
  );
}

/** The button beside a text that takes down what is said; not there unless dictation is on. `onWords` gets each finished sentence. */
export function DictateButton({ label, onWords }: { label: string; onWords: (words: string) => void }) {
  const t = useTranslations("observations.dictation");
  const locale = useLocale();
  const allowed = useContext(Allowed);
  const heard = useRef<Recognition | null>(null);
  const [listening, setListening] = useState(false);
  useEffect(() => () => heard.current?.stop(), []);
  if (!allowed) return null;

  function listen() {
    const Recognise = recognition();
    if (!Recognise) return;
    const one = new Recognise();
    one.lang = LANGUAGES[locale] ?? "da-DK";
    one.continuous = true;
    one.interimResults = false;
    one.onresult = ({ resultIndex, results }) => {
      for (let index = resultIndex; index < results.length; index++) {
        const words = results[index]?.[0]?.transcript.trim();
        if (words) onWords(words);
      }
    };
    one.onend = () => setListening(false);
    one.onerror = () => setListening(false);
    heard.current = one;
    setListening(true);
    one.start();
  }
  return (
    <Button tone="quiet" aria-pressed={listening} onClick={listening ? () => heard.current?.stop() : listen}>
      {t(listening ? "stop" : "start", { field: label })}
    </Button>
  );
}
