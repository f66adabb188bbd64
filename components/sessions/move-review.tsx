"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { moveSessionsAction } from "@/lib/sessions/actions";

type MoveFormProps = {
  moves: readonly { sessionId: string; version: number; day: string; from: string; to: string }[];
  label: string;
  children?: ReactNode;
};

/** Saves the moves that were looked at, all or none. */
export function MoveForm({ moves, label, children }: MoveFormProps) {
  return (
    <ActionForm action={moveSessionsAction}>
      {moves.flatMap((move, index) =>
        Object.entries(move).map(([name, value]) => (
          <input
            key={`${move.sessionId} ${name}`}
            type="hidden"
            name={`moves.${index}.${name}`}
            value={value}
          />
        )),
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{label}</SubmitButton>
        {children}
      </div>
    </ActionForm>
  );
}
