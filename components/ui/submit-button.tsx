"use client";

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
  const pending = ours || native.pending;
  return (
    <Button
      {...rest}
      type="submit"
      pending={pending}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
