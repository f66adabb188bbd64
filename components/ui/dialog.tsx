"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./button";
import { classNames } from "./class-names";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot; the last is the main one. */
  actions?: ReactNode;
  /** A sheet rises from the bottom edge on a phone, within reach of the thumb. */
  kind?: "centred" | "sheet";
  className?: string;
};

/** Opens and closes the element with `open`, and puts the focus on its heading. */
function useModal(open: boolean) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What is inside is mounted in the open dialog only: a closed one cannot give a field the focus.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      heading.current?.focus();
    }
    setShown(open);
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return { element, heading, shown };
}

/** Keeps the second half of a double click, whose first half opened the dialog, from pressing what lies below it now. */
function useMeantClicks(open: boolean) {
  const begun = useRef(false);
  useEffect(() => {
    if (open) begun.current = false;
  }, [open]);
  return (event: MouseEvent) => {
    if (event.detail < 2) begun.current = true;
    if (begun.current) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const shapes = {
  centred: "w-[calc(100%-2rem)] max-w-xl",
  sheet: "mb-0 w-full max-w-none rounded-b-none sm:mb-auto sm:max-w-xl sm:rounded-b-xl",
} as const;

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, closes by Escape, makes the rest inert and gives the
 * focus back to what opened it. A click beside it closes it.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  kind = "centred",
  className,
}: DialogProps) {
  const t = useTranslations("ui");
  const titleId = useId();
  const { element, heading, shown } = useModal(open);
  const meant = useMeantClicks(open);
  return (
    // Escape, the keyboard's way to close, is the dialog's own; the click beside it is the mouse's.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onClose={onClose}
      onClickCapture={meant}
      onClick={(event: MouseEvent) => event.target === element.current && element.current?.close()}
      className={classNames(
        "max-h-[85dvh] overflow-y-auto overscroll-contain rounded-xl bg-surface p-0 text-ink shadow-overlay open:animate-rise",
        shapes[kind],
        className,
      )}
    >
      {open ? (
        <div className="grid gap-4 p-5 sm:p-7">
          <div className="flex items-start justify-between gap-4">
            <h2 ref={heading} id={titleId} tabIndex={-1} className="text-xl">
              {title}
            </h2>
            <IconButton
              label={t("close")}
              icon="close"
              className="-me-2 -mt-2 text-muted"
              onClick={onClose}
            />
          </div>
          <div>{shown ? children : null}</div>
          {actions ? <div className="flex flex-wrap justify-end gap-3 pt-2">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
