"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { FormAction } from "@/lib/core/action-state";
import { Button } from "./button";
import type { ButtonSize, ButtonTone } from "./button-style";
import { Dialog } from "./dialog";
import { FieldError } from "./field-frame";
import { HiddenFields, type HiddenValues } from "./hidden-fields";
import type { IconName } from "./icon";
import { rescueFocus } from "./rescue-focus";
import { SignInLink } from "./sign-in-link";
import { showToast } from "./toast-store";
import { type Undo, undoing } from "./undo";
import { useAction } from "./use-action";
import { announceStep } from "./version-read";

type Confirmation = {
  title: ReactNode;
  /** What will happen, and what of it cannot be undone. */
  consequences: ReactNode;
  confirmLabel: string;
};

type ActionButtonProps = {
  action: FormAction;
  /** What the action needs to know, as hidden fields. */
  fields?: HiddenValues;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  idempotencyKey?: string;
  confirm?: Confirmation;
  okMessage?: string | false;
  /** What takes it back: offered beside the sentence that it is done. */
  undo?: Undo;
  onOk?: (data: unknown) => void;
  children: ReactNode;
  className?: string;
};

type ConfirmDialogProps = {
  confirm: Confirmation;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  pending: boolean;
  danger: boolean;
};

function ConfirmDialog({ confirm, open, onClose, onConfirm, pending, danger }: ConfirmDialogProps) {
  const t = useTranslations("ui");
  const actions = (
    <>
      <Button tone="quiet" onClick={onClose}>
        {t("cancel")}
      </Button>
      <Button tone={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
        {confirm.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={confirm.title} actions={actions}>
      {confirm.consequences}
    </Dialog>
  );
}

type Settings = Pick<
  ActionButtonProps,
  "action" | "idempotencyKey" | "confirm" | "okMessage" | "undo" | "onOk"
>;

/** What happens when the button is pressed: the question first, if there is one, then the action, then what it answered. */
function usePress({ action, idempotencyKey, confirm, okMessage, undo, onOk }: Settings) {
  const t = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<FormData | null>(null);
  const [key, setKey] = useState(() => idempotencyKey ?? crypto.randomUUID());
  const [asking, setAsking] = useState(false);
  const { state, formAction, run, pending } = useAction(action, (next) => {
    if (next.status !== "error" || next.code !== "connection") setKey(crypto.randomUUID());
    setAsking(false);
    if (next.status !== "ok") return;
    if (sent.current) announceStep(sent.current);
    const run = undo && undoing(undo, { done: t("undo.done"), failed: t("undo.failed") });
    if (okMessage !== false)
      showToast(
        next.message ?? okMessage ?? t("form.done"),
        run && { action: { label: t("undo.label"), run } },
      );
    onOk?.(next.data);
    rescueFocus();
  });
  function send() {
    if (!form.current) return;
    sent.current = new FormData(form.current);
    run(sent.current);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirm) setAsking(true);
    else send();
  }
  const refusal = state.status === "error" ? [state.message] : [];
  if (state.status === "error" && state.reference)
    refusal.push(t("form.reference", { reference: state.reference }));
  const code = state.status === "error" ? state.code : undefined;
  return { form, formAction, key, submit, send, pending, asking, setAsking, refusal, code };
}

/**
 * One button that does one thing on the server. With `confirm` it says beforehand what will happen; before scripts have loaded
 * that question is not asked, so what must be asked belongs on a page of its own. A refusal is said beside the button.
 */
export function ActionButton({
  fields = {},
  tone = "secondary",
  size,
  icon,
  className,
  children,
  ...settings
}: ActionButtonProps) {
  const errorId = useId();
  const { form, formAction, key, submit, send, pending, asking, setAsking, refusal, code } =
    usePress(settings);
  return (
    <form ref={form} action={formAction} onSubmit={submit} className={className} data-button="">
      <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning readOnly />
      <HiddenFields values={fields} />
      <Button
        type="submit"
        tone={tone}
        size={size}
        icon={icon}
        pending={pending}
        aria-describedby={refusal.length > 0 ? errorId : undefined}
      >
        {children}
      </Button>
      <div role="alert" className="mt-1 empty:hidden">
        <FieldError id={errorId} errors={refusal} />
        <SignInLink code={code} />
      </div>
      {settings.confirm ? (
        <ConfirmDialog
          confirm={settings.confirm}
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={send}
          pending={pending}
          danger={tone === "danger"}
        />
      ) : null}
    </form>
  );
}
