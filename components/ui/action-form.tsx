"use client";

import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type Dispatch,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
  type SetStateAction,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { classNames } from "./class-names";
import { draftsIn, forgetDraft } from "./draft-store";
import { ErrorSummary } from "./error-summary";
import { type FieldErrors, FormContext } from "./form-context";
import { HiddenFields, type HiddenValues } from "./hidden-fields";
import { rescueFocus } from "./rescue-focus";
import { showToast } from "./toast-store";
import { type Sender, useAction } from "./use-action";
import { type FormSchema, fieldOf, useClientValidation } from "./use-client-validation";
import { useVersionRead } from "./version-read";

type ActionFormProps = {
  action: FormAction;
  /** Sends the form once scripts have loaded, in the action's place (use-streamed-file.ts). */
  send?: Sender;
  /** The action's own schema: checks in the browser too. Only from a client component: a schema is not data. */
  schema?: FormSchema;
  /** What the action needs to know without anybody writing it, as hidden fields. */
  fields?: HiddenValues;
  defaultValues?: Record<string, unknown>;
  /** The first idempotency key; one is made when none is given. A new one follows every answer. */
  idempotencyKey?: string;
  /** What the toast says when the action's answer brings no sentence of its own; false for no toast. */
  okMessage?: string | false;
  /** Empties the form after success (a comment box); otherwise it keeps what was typed. */
  resetOnOk?: boolean;
  /** For client components: called with the action's data after success. */
  onOk?: (data: unknown) => void;
  className?: string;
  children: ReactNode;
};

/**
 * What a form's frame is given: the client component that binds a form to its action and the action's schema, which is not data
 * and which a page of the server could not hand over.
 */
export type FrameProps = Pick<ActionFormProps, "fields" | "defaultValues" | "className" | "children">;

function errorsOf(state: ActionState): FieldErrors {
  return state.status === "error" ? state.fieldErrors : {};
}

type Settings = Pick<
  ActionFormProps,
  "action" | "send" | "schema" | "idempotencyKey" | "okMessage" | "resetOnOk" | "onOk"
>;

/** The drafts of what is being sent. Arrived, they are drafts no more; the form, and its DraftKeeper, may be gone by then. */
function useSentDrafts() {
  const keys = useRef<string[]>([]);
  return {
    note: (form: HTMLFormElement) => {
      keys.current = draftsIn(form);
    },
    forget: () => keys.current.forEach(forgetDraft),
  };
}

/** What a press sends: the form as it is when the checks have passed, and whether its button asks for none. */
function sendingOf(event: FormEvent<HTMLFormElement>, complete: (data: FormData) => FormData) {
  const form = event.currentTarget;
  const { submitter } = event.nativeEvent as SubmitEvent;
  return {
    data: () => complete(new FormData(form, submitter)),
    unchecked: submitter instanceof HTMLButtonElement && submitter.formNoValidate,
  };
}

/** Whether a file is so big that the server would not even read the form: its field says so already, and takes the focus. */
function isHeldByFile(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLInputElement>("[data-too-big]");
  field?.focus();
  return field !== null;
}

/** A form that came back without scripts: the summary is already in the page and takes the focus once. */
function useEarlyFailure(cameBack: boolean, setAttempt: Dispatch<SetStateAction<number>>) {
  useEffect(() => {
    if (cameBack) setAttempt((count) => Math.max(count, 1));
  }, [cameBack, setAttempt]);
}

/** The state behind the form: the action's answers, the key of the next sending, the checks, and what is to be shown. */
function useForm({ action, send, schema, idempotencyKey, okMessage, resetOnOk, onOk }: Settings) {
  const t = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(() => idempotencyKey ?? crypto.randomUUID());
  const [attempt, setAttempt] = useState(0);
  const [succeeded, setSucceeded] = useState(0);
  const [errors, setErrors] = useState<FieldErrors | null>(null);
  const [heldBack, setHeldBack] = useState(false);
  const sent = useSentDrafts();
  const version = useVersionRead(form);
  const { state, formAction, run, pending } = useAction(
    action,
    (next) => {
      // An answer has come: what is sent next is a new intention. Only a form without an answer is sent again under its key.
      if (next.status !== "error" || next.code !== "connection") setKey(crypto.randomUUID());
      version.answered(next);
      setErrors(errorsOf(next));
      setHeldBack(false);
      if (next.status === "error") {
        validation.adopt(errorsOf(next));
        return setAttempt((count) => count + 1);
      }
      sent.forget();
      setSucceeded((count) => count + 1);
      if (next.status !== "ok") return;
      if (okMessage !== false) showToast(next.message ?? okMessage ?? t("form.saved"));
      if (resetOnOk) form.current?.reset();
      onOk?.(next.data);
      rescueFocus();
    },
    sent.forget,
    send,
  );
  const validation = useClientValidation(form, schema, setErrors);
  useEarlyFailure(state.status === "error" && errors === null, setAttempt);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || isHeldByFile(event.currentTarget)) return;
    sent.note(event.currentTarget);
    const { data, unchecked } = sendingOf(event, version.complete);
    if (unchecked || (await validation.passes())) return run(data());
    setHeldBack(true);
    setAttempt((count) => count + 1);
  }
  const failed = state.status === "error" ? state : null;
  return {
    form,
    formAction,
    submit,
    written: version.hold,
    pending,
    key,
    attempt,
    succeeded,
    validation,
    failed,
    told: heldBack ? null : failed,
    errors: errors ?? errorsOf(state),
  };
}

/**
 * A form over a server action: works before scripts have loaded (a plain POST that comes back with what was typed), and with
 * them checks by the schema, puts the server's errors at the fields, keeps everything typed through an error or a lost
 * connection, sends once however often it is pressed, and says when it is done.
 */
export function ActionForm({
  fields = {},
  defaultValues = {},
  className,
  children,
  ...settings
}: ActionFormProps) {
  const id = useId();
  const {
    form,
    formAction,
    submit,
    written,
    pending,
    key,
    attempt,
    succeeded,
    validation,
    failed,
    told,
    errors,
  } = useForm(settings);
  const { left, changed } = validation;
  const values = failed && Object.keys(failed.values).length > 0 ? failed.values : defaultValues;
  return (
    <FormContext value={{ id, values, errors, pending, succeeded, left, changed }}>
      <form
        ref={form}
        id={id}
        action={formAction}
        onSubmit={submit}
        onFocus={validation.prepare}
        onBlur={(event: FocusEvent<HTMLFormElement>) => left(fieldOf(event.target))}
        onChange={(event: ChangeEvent<HTMLFormElement>) => {
          written();
          changed(fieldOf(event.target));
        }}
        noValidate
        aria-busy={pending || undefined}
        className={classNames("grid gap-6", className)}
      >
        <ErrorSummary
          formId={id}
          errors={errors}
          message={told?.message}
          reference={told?.reference}
          code={told?.code}
          attempt={attempt}
        />
        <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning readOnly />
        <HiddenFields values={fields} />
        {children}
      </form>
    </FormContext>
  );
}
