"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";
import { useFormState } from "./form-context";

/**
 * The button that sends a form. While the form is under way it says so, and further presses do nothing.
 * `formNoValidate` sends without the checks of the schema, as "save draft" needs.
 */
export function SubmitButton({ pendingLabel, children, ...rest }: ButtonProps & { pendingLabel?: string }) {
  const native = useFormStatus();
  const { pending: ours } = useFormState();
  const [pressed, setPressed] = useState(false);
  const pending = ours || native.pending;
  useEffect(() => {
    if (!pending) setPressed(false);
  }, [pending]);
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) return event.preventDefault();
    setPressed(true);
    rest.onClick?.(event);
  }
  // Of several buttons only the one that was pressed turns; the others wait with it.
  const turning = pending && pressed;
  return (
    <Button {...rest} type="submit" pending={turning} aria-disabled={pending || undefined} onClick={press}>
      {turning && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
