"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FocusEvent, type FormEvent, type RefObject, useActionState, useRef, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast-store";
import { type ActionState, type FormAction, idle } from "@/lib/core/action-state";
import { saveObservationDraftAction } from "@/lib/observations/actions";
import { attachFileAction } from "@/lib/observations/file-actions";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import type { DraftFields } from "@/lib/observations/rules/draft-merge";
import { type PersonalTrace, personalTraces } from "@/lib/observations/rules/third-parties";
import { ConflictPanel } from "./conflict-panel";
import { CriterionCard } from "./criterion-card";
import { DictationSwitch } from "./dictation";
import type { SaverView } from "./draft-saver";
import { savedFields, useFieldWords } from "./field-words";
import { FilesSection } from "./files-section";
import { insertWords } from "./insert-words";
import { NotesSection } from "./notes-section";
import { RoomTimer } from "./room-timer";
import { SaveBar } from "./save-bar";
import { TakenNotice } from "./taken-notice";
import { ThirdPartyHint } from "./third-party-hint";
import { useAutosave } from "./use-autosave";
import { type DeviceFiles, useDeviceFiles } from "./use-device-files";

const FORM_ID = "observation";

function ignore(): void {
  // A field that is left is checked when it is saved, a moment later.
}

/** Without network nothing is sent: the saver hears what it would hear from a lost connection. */
const unreachable: FormAction = async () => {
  throw new TypeError("no network");
};

/** The button of the form: saves what is not saved, and goes on to the review once the server has all of it. */
function useReview(observationId: string, flush: () => Promise<boolean>) {
  const t = useTranslations("observations.save");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  async function review(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const done = await flush();
    setPending(false);
    if (done) router.push(`/assess/observations/${observationId}`);
    else if (!navigator.onLine) showToast(t("waitForNetwork"));
    else setAttempt((count) => count + 1);
  }
  return { review, pending, attempt };
}

/** Text put at the end of a field, as if it had been typed there. */
function append(form: HTMLFormElement | null, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const before = field.value.trimEnd();
  field.value = before === "" ? text : `${before}${text.startsWith("\n") ? "" : " "}${text}`;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Dictated words, put where the caret was left in a field, or at the end of one that nobody has been in. The focus stays: no keyboard comes up. */
function useDictated(form: RefObject<HTMLFormElement | null>) {
  const visited = useRef(new Set<string>());
  function focused({ target }: FocusEvent) {
    if (target instanceof HTMLTextAreaElement) visited.current.add(target.name);
  }
  function dictated(name: string, words: string) {
    const field = form.current?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const end = { from: field.value.length, to: field.value.length };
    const left = { from: field.selectionStart, to: field.selectionEnd };
    const { text, caret } = insertWords(field.value, visited.current.has(name) ? left : end, words);
    field.value = text;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return { focused, dictated };
}

/** What is told beside the form as it is filled in: how many criteria are rated, and what in the texts may point to somebody. */
function useEdits(
  form: RefObject<HTMLFormElement | null>,
  { criteria, participant, assessor }: ObservationView,
  onEdit: () => void,
) {
  const [rated, setRated] = useState(() => criteria.filter((criterion) => criterion.rating).length);
  const [traces, setTraces] = useState<readonly PersonalTrace[]>([]);
  function edited() {
    onEdit();
    setRated(form.current?.querySelectorAll('input[type="radio"]:checked').length ?? 0);
    const texts = [...(form.current?.querySelectorAll("textarea") ?? [])].map((field) => field.value);
    setTraces(personalTraces(texts.join("\n"), [participant, assessor]));
  }
  return { rated, traces, edited };
}

type WrittenFieldsProps = {
  observation: ObservationView;
  traces: readonly PersonalTrace[];
  /** What this device has and the server does not. */
  waiting: DeviceFiles["waiting"];
  /** What was dictated for the field of this name. */
  onWords: (name: string, words: string) => void;
  /** A mark of the time, in what is seen. */
  onMark: (mark: string) => void;
};

/** The notes and, criterion by criterion, the ratings. */
function WrittenFields({ observation, traces, waiting, onWords, onMark }: WrittenFieldsProps) {
  const t = useTranslations("observations");
  const filesOf = (id: string) =>
    observation.files.filter((file) => file.criterionId === id).length +
    waiting.filter((file) => file.criterion === id).length;
  return (
    <DictationSwitch>
      <NotesSection
        observation={observation}
        timer={<RoomTimer observationId={observation.id} onMark={onMark} />}
        onWords={onWords}
      />
      <ThirdPartyHint traces={traces} />
      <Section title={t("criteria.title")} lead={t("write.criteriaLead")}>
        <ol className="grid gap-5">
          {observation.criteria.map((criterion, index) => (
            <CriterionCard
              key={criterion.id}
              criterion={criterion}
              index={index}
              files={filesOf(criterion.id)}
              onWords={(words) => onWords(`ratings.${index}.evidence`, words)}
            />
          ))}
        </ol>
      </Section>
    </DictationSwitch>
  );
}

type ElsewhereProps = Pick<SaverView, "conflict" | "taken"> & {
  words: ReturnType<typeof useFieldWords>;
  onResolve: (chosen: DraftFields) => void;
};

/** What another tab or device wrote: what it took over, and what has to be chosen. */
function Elsewhere({ conflict, taken, words, onResolve }: ElsewhereProps) {
  return (
    <>
      {conflict ? (
        <ConflictPanel key={conflict.theirs?.version} conflict={conflict} {...words} onResolve={onResolve} />
      ) : null}
      <TakenNotice names={taken} labelOf={words.labelOf} />
    </>
  );
}

/** What the server refused: before scripts have loaded its answer comes with the page, afterwards from the saver. */
function answerOf(early: ActionState, status: SaverView["status"]) {
  const failed = early.status === "error" ? early : null;
  const held = status.kind === "held" ? status : null;
  return {
    failed,
    message: held?.reason ?? failed?.message,
    errors: held?.fieldErrors ?? failed?.fieldErrors ?? {},
    values: failed?.values ?? {},
  };
}

type ObservationFormProps = {
  observation: ObservationView;
  /** Whose copy this device keeps. */
  person: string;
  /** Opened from the device, without network: everything is kept, nothing is sent. */
  fromDevice?: boolean;
};

/**
 * The observation form: for standing in a meeting room with a tablet in one hand. It saves itself on the device and on the server;
 * before scripts have loaded it is a plain form whose button saves.
 */
export function ObservationForm({ observation, person, fromDevice }: ObservationFormProps) {
  const { id, version, criteria } = observation;
  const form = useRef<HTMLFormElement>(null);
  const [early, formAction] = useActionState(saveObservationDraftAction, idle);
  const [key] = useState(() => crypto.randomUUID());
  const words = useFieldWords(observation);
  const { saver, ...view } = useAutosave({
    person,
    observation,
    action: fromDevice ? unreachable : saveObservationDraftAction,
    form,
    saved: { version, fields: savedFields(observation) },
  });
  const { rated, traces, edited } = useEdits(form, observation, () => saver.edited());
  const { focused, dictated } = useDictated(form);
  const files = useDeviceFiles(person, id, fromDevice ? unreachable : attachFileAction);
  // What is reviewed and submitted has everything beside it that was attached.
  const flush = async () => (await saver.flush()) && files.sender.flush();
  const { review, pending, attempt } = useReview(id, flush);
  const { failed, message, errors, values } = answerOf(early, view.status);
  return (
    <FormContext
      value={{ id: FORM_ID, values, errors, pending, succeeded: 0, left: ignore, changed: edited }}
    >
      <Elsewhere {...view} words={words} onResolve={(chosen) => saver.resolve(chosen)} />
      <form
        ref={form}
        id={FORM_ID}
        action={formAction}
        onSubmit={review}
        onInput={edited}
        onFocus={focused}
        noValidate
      >
        <ErrorSummary
          formId={FORM_ID}
          errors={errors}
          message={message}
          reference={failed?.reference}
          attempt={failed ? Math.max(1, attempt) : attempt}
        />
        <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning readOnly />
        <input type="hidden" name="observationId" value={id} />
        <input type="hidden" name="version" value={version} readOnly />
        <WrittenFields
          observation={observation}
          traces={traces}
          waiting={files.waiting}
          onWords={dictated}
          onMark={(mark) => append(form.current, "seen", `\n${mark} `)}
        />
      </form>
      <FilesSection {...{ observation, person, files }} fromDevice={Boolean(fromDevice)} />
      <SaveBar form={FORM_ID} {...view} rated={rated} total={criteria.length} />
    </FormContext>
  );
}
