"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/components/ui/date-field";
import { Section } from "@/components/ui/section";
import { TextAreaField } from "@/components/ui/text-field";
import type { ObservationView } from "@/lib/observations/queries/get-observation";
import { LONGEST_TEXT } from "@/lib/observations/rules/limits";
import { DictateButton } from "./dictation";

const texts = [
  { name: "situation", hint: "situationHint", rows: 3, optional: false },
  { name: "seen", hint: "seenHint", rows: 8, optional: false },
  { name: "interpreted", hint: "interpretedHint", rows: 4, optional: true },
] as const;

type NotesSectionProps = {
  observation: ObservationView;
  /** The clock of the room. */
  timer: ReactNode;
  /** What was dictated for a field. */
  onWords: (name: string, words: string) => void;
};

/** The day and the three texts: where it was, what was seen, and, apart from it, what is interpreted. */
export function NotesSection({ observation, timer, onWords }: NotesSectionProps) {
  const t = useTranslations("observations");
  return (
    <Section title={t("write.notes")} actions={timer}>
      <div className="grid gap-6">
        <DateField name="observedOn" label={t("field.observedOn")} defaultValue={observation.observedOn} />
        {texts.map(({ name, hint, rows, optional }) => (
          <div key={name} className="grid justify-items-start gap-1 *:w-full">
            <TextAreaField
              name={name}
              label={t(`field.${name}`)}
              hint={t(`field.${hint}`)}
              defaultValue={observation[name]}
              rows={rows}
              maxLength={LONGEST_TEXT}
              optional={optional}
            />
            <DictateButton label={t(`field.${name}`)} onWords={(words) => onWords(name, words)} />
          </div>
        ))}
      </div>
    </Section>
  );
}
