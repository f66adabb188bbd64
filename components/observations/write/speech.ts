type Result = ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean };

/** As much of the Web Speech API as is used here; TypeScript's own library does not know it. */
export type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { readonly resultIndex: number; readonly results: ArrayLike<Result> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type Recognise = new () => Recognition;

/** The browser's own engine, where it has one. */
export function recognition(): Recognise | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Record<
    string,
    Recognise | undefined
  >;
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

/**
 * Whether this document may not use the microphone whatever the person says: a page that was reached by a link from another area keeps
 * the policy of the one that was loaded (next.config.ts). Browsers that do not tell have no such policy.
 */
export function microphoneBarred(): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature("microphone") === false;
}

/** Why nothing more is heard, as a key of `observations.dictation.problem`. */
export type Problem = "notAllowed" | "noMicrophone" | "network" | "noSpeech" | "language" | "failed";

const PROBLEMS: Readonly<Record<string, Problem>> = {
  "not-allowed": "notAllowed",
  "service-not-allowed": "notAllowed",
  "audio-capture": "noMicrophone",
  network: "network",
  "no-speech": "noSpeech",
  "language-not-supported": "language",
};

/** What an error of the engine means to the person; null for the end that they asked for. */
export function problemOf(error: string): Problem | null {
  return error === "aborted" ? null : (PROBLEMS[error] ?? "failed");
}
