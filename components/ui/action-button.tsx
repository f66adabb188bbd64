"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { FormAction } from "@/lib/core/action-state";
import { Button } from "./button";
import type { ButtonSize, ButtonTone } from "./button-style";
import { Dialog } from "./dialog";
import { FieldError } from "./field-frame";
import type { IconName } from "./icon";
import { showToast } from "./toast-store";
import { useAction } from "./use-action";

export type Confirmation = {
  title: ReactNode;
  /** What will happen, and what of it cannot be undone. */
  consequences: ReactNode;
  confirmLabel: string;
};

type ActionButtonProps = {
  action: FormAction;
  /** What the action needs to know, as hidden fields. */
  fields?: Record<string, string | number>;
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  idempotencyKey?: string;
  confirm?: Confirmation;
  okMessage?: string | false;
  onOk?: (data: unknown) => void;
  children: ReactNode;
  className?: string;
};

/**
 * One button that does one thing on the server. With `confirm` it says beforehand what will happen; before scripts have loaded
 * that question is not asked, so what must be asked belongs on a page of its own. A refusal is said beside the button.
 */
export function ActionButton({
  action,
  fields = {},
  tone = "secondary",
  size,
  icon,
  idempotencyKey,
  confirm,
  okMessage,
  onOk,
  children,
  className,
}: ActionButtonProps) {
  const t = useTranslations("ui");
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(() => idempotencyKey ?? crypto.randomUUID());
  const [asking, setAsking] = useState(false);
  const { state, formAction, run, pending } = useAction(action, (next) => {
    if (next.status !== "error" || next.code !== "connection") setKey(crypto.randomUUID());
    setAsking(false);
    if (next.status !== "ok") return;
    if (okMessage !== false) showToast(next.message ?? okMessage ?? t("form.done"));
    onOk?.(next.data);
  });
  const send = () => form.current && run(new FormData(form.current));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (confirm) setAsking(true);
    else send();
  }
  const refusal =
    state.status === "error"
      ? [state.message, state.reference ? t("form.reference", { reference: state.reference }) : ""]
      : [];
  return (
    <form ref={form} action={formAction} onSubmit={submit} className={className}>
      <input type="hidden" name="idempotencyKey" value={key} suppressHydrationWarning readOnly />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
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
        <FieldError id={errorId} errors={refusal.filter(Boolean)} />
      </div>
      {confirm ? (
        <Dialog
          open={asking}
          onClose={() => setAsking(false)}
          title={confirm.title}
          actions={
            <>
              <Button tone="quiet" onClick={() => setAsking(false)}>
                {t("cancel")}
              </Button>
              <Button tone={tone === "danger" ? "danger" : "primary"} pending={pending} onClick={send}>
                {confirm.confirmLabel}
              </Button>
            </>
          }
        >
          {confirm.consequences}
        </Dialog>
      ) : null}
    </form>
  );
}
