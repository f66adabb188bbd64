"use client";

import { z } from "zod";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField, CheckboxGroup, RadioGroup } from "@/components/ui/choice-fields";
import { ComboboxField } from "@/components/ui/combobox-field";
import { DateField } from "@/components/ui/date-field";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { FileDrop } from "@/components/ui/file-drop";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import type { ActionState } from "@/lib/core/action-state";
import { formValues } from "@/lib/core/form-values";
import { Specimen } from "./specimen";

const places = [
  "Aalborg",
  "Aarhus",
  "Ærø",
  "Esbjerg",
  "Eskilstuna",
  "Fredericia",
  "Kolding",
  "København",
  "Nyköping",
  "Odense",
  "Østerbro",
  "Ålesund",
];
const options = places.map((place, index) => ({ value: `p${index}`, label: place }));
const levels = [
  { value: "a", label: "Første", hint: "Med en forklaring under." },
  { value: "b", label: "Anden" },
  { value: "c", label: "Tredje" },
];

const schema = z.looseObject({
  name: z.string().min(1).max(20),
  email: z.email(),
  start: z.iso.date(),
  level: z.enum(["a", "b", "c"]),
  text: z.string().min(10),
});

/** Answers as a server would: "fejl" as the name is refused at its field. */
async function answer(_previous: ActionState, form: FormData): Promise<ActionState> {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const values = formValues(form);
  if (form.get("name") !== "fejl") return { status: "ok", message: "Formularen er modtaget." };
  return {
    status: "error",
    code: "invalid",
    message: "Serveren siger nej.",
    fieldErrors: { name: ["Navnet er allerede i brug."] },
    values,
    reference: "7F3K2",
  };
}

async function refuse(): Promise<ActionState> {
  return { status: "idle" };
}

export function FormSpecimens() {
  return (
    <Specimen title="Formular">
      <ActionForm action={answer} schema={schema} className="max-w-form">
        <TextField
          name="name"
          label="Navn"
          hint="Skriv »fejl« for at se serverens svar."
          autoComplete="name"
        />
        <EmailField name="email" label="E-mail" />
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField name="start" label="Første dag" hint="For eksempel 13.5.2019" />
          <TimeField name="time" label="Klokkeslæt" hint="For eksempel 9.30" optional />
        </div>
        <NumberField name="seats" label="Antal" unit="pladser" optional />
        <SelectField name="kind" label="Slags" options={levels} optional />
        <ComboboxField name="place" label="Sted" hint="Skriv for at søge." options={options} optional />
        <RadioGroup name="level" label="Niveau" hint="Vælg ét." options={levels} />
        <CheckboxGroup name="many" label="Flere ting" options={levels} optional inline />
        <TextAreaField name="text" label="Begrundelse" hint="Mindst ti tegn." />
        <FileDrop name="file" label="Bilag" optional accept=".pdf,.docx,image/png,image/jpeg" />
        <CheckboxField name="consent" label="Jeg har læst vilkårene" hint="Du kan rette det senere." />
        <DraftKeeper storageKey="gallery" />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pendingLabel="Sender …">Send</SubmitButton>
          <SubmitButton tone="secondary" name="intent" value="draft" formNoValidate>
            Gem kladde
          </SubmitButton>
        </div>
      </ActionForm>
      <ActionForm action={refuse} className="max-w-form">
        <TextField name="readonly" label="Kan kun læses" defaultValue="EAN 5790000123456" readOnly />
        <TextField name="disabled" label="Slået fra" defaultValue="Slået fra" disabled />
        <SelectField name="none" label="Slået fra" options={options} disabled />
      </ActionForm>
    </Specimen>
  );
}
