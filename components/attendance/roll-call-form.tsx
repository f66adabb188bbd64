"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordAttendanceAction } from "@/lib/attendance/actions";
import type { RollCall } from "@/lib/attendance/queries/get-roll-call";
import { RollRow } from "./roll-row";

type RollCallFormProps = {
  roll: RollCall;
  /** Only apologies can be noted yet. */
  early: boolean;
  /** Who noted what and when, by enrolment id, in words. */
  notes: Readonly<Record<string, string>>;
};

/** The rows in which something is chosen, and those whose absence was made up: that stands until it is changed. */
function notedRows(form: HTMLFormElement | null): number {
  const rows = [...(form?.querySelectorAll("fieldset") ?? [])];
  return rows.filter((row) => row.dataset.madeUp || row.querySelector("input[type=radio]:checked")).length;
}

/** On a phone the two buttons share one line, so that the bar covers little of the roll. */
const besideAnother = "grow max-sm:text-[0.9375rem] max-sm:[--edge:0.5rem] sm:grow-0";

/** The roll, by thumb: one tap for each person, saved together. What is tapped is kept on the device until it is saved. */
export function RollCallForm({ roll, early, notes }: RollCallFormProps) {
  const t = useTranslations("facilitate.roll");
  const box = useRef<HTMLDivElement>(null);
  const form = () => box.current?.querySelector("form") ?? null;
  const [noted, setNoted] = useState(roll.people.filter((person) => person.status !== "expected").length);
  const minutes = Math.round((roll.endsAt.getTime() - roll.startsAt.getTime()) / 60_000);

  function restPresent() {
    for (const row of form()?.querySelectorAll("fieldset") ?? []) {
      if (row.dataset.madeUp || row.querySelector("input[type=radio]:checked")) continue;
      const present = row.querySelector<HTMLInputElement>('input[value="present"]');
      if (!present) continue;
      present.checked = true;
      present.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  function count(_event: FormEvent) {
    setNoted(notedRows(form()));
  }
  return (
    // The count follows what is tapped in the form below.
    <div ref={box} onChange={count}>
      <ActionForm action={recordAttendanceAction} fields={{ sessionId: roll.sessionId }}>
        <ul className="grid gap-2">
          {roll.people.map((person, index) => (
            <RollRow
              key={person.enrolmentId}
              person={person}
              index={index}
              early={early}
              minutes={minutes}
              note={notes[person.enrolmentId]}
            />
          ))}
        </ul>
        <div className="sticky bottom-[calc(3.8125rem+env(safe-area-inset-bottom))] z-10 -mx-4 border-t border-line bg-canvas px-4 py-2 sm:-mx-8 sm:px-8 sm:py-3 lg:bottom-0">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="min-w-0">
              <p className="font-medium">{t("count", { noted, total: roll.people.length })}</p>
              <DraftKeeper storageKey={`roll:${roll.sessionId}`} className="max-sm:text-[0.8125rem]" />
            </div>
            <div className="flex grow flex-wrap gap-2 sm:grow-0 sm:gap-3">
              {early ? null : (
                <Button tone="secondary" onClick={restPresent} className={besideAnother}>
                  {t("allPresent")}
                </Button>
              )}
              <SubmitButton className={besideAnother}>{t("save")}</SubmitButton>
            </div>
          </div>
        </div>
      </ActionForm>
    </div>
  );
}
